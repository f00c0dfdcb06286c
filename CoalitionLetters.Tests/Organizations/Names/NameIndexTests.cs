using CoalitionLetters.Organizations.Names;
using Xunit;

namespace CoalitionLetters.Tests.Organizations.Names;

public sealed class NameIndexTests
{
    private static NameIndex<string> Directory()
    {
        var index = new NameIndex<string>();
        foreach (var name in (IEnumerable<string>)["American Federation of State, County and Municipal Employees (AFSCME)", "AFSCME Council 31", "AFSCME Local 328", "Detention Watch Network", "Hispanic Federation", "Houston Water Alliance", "Human Rights Campaign"])
            index.Add(name, name);
        return index;
    }

    [Theory]
    [InlineData("AFSCME")]
    [InlineData("afscme")]
    [InlineData("American Federation of State")]
    [InlineData("Amercan Federaton of State")]
    public void Search_finds_a_body_by_acronym_beginning_and_with_slips(string text) =>
        Assert.Equal("American Federation of State, County and Municipal Employees (AFSCME)", Directory().Search(text)[0].Id);

    [Fact]
    public void Search_for_nothing_finds_nothing() => Assert.Empty(Directory().Search("  ,"));

    [Fact]
    public void A_name_is_matched_with_the_likeliest_first_and_each_body_once()
    {
        var index = Directory();
        index.Add("Hispanic Federation", "Federación Hispana");

        var matches = index.Match("The Hispanic Federation");

        Assert.Equal(("Hispanic Federation", true), (Assert.Single(matches).Id, matches[0].Comparison.JoinsByItself));
    }

    [Fact]
    public void A_local_finds_its_parent_and_not_its_siblings() =>
        Assert.Equal(["American Federation of State, County and Municipal Employees (AFSCME)"], Directory().Match("AFSCME Local 2822").Select(match => match.Id));

    [Fact]
    public void A_body_that_is_removed_is_found_no_more()
    {
        var index = Directory();

        index.Remove("Detention Watch Network");

        Assert.Empty(index.Match("Detention Watch Network"));
        Assert.Empty(index.Search("Detention Watch"));
    }

    [Fact]
    public void Search_finds_the_whole_name_first_though_thousands_of_its_locals_are_there()
    {
        var index = new NameIndex<string>();
        foreach (var name in Enumerable.Range(1, 2500).Select(number => $"ZQWU Local {number}").Append("ZQWU").Append("Zealous Quarry Workers United (ZQWU)"))
            index.Add(name, name);

        Assert.Equal(["ZQWU", "Zealous Quarry Workers United (ZQWU)"], index.Search("ZQWU", most: 50).Take(2).Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal("ZQWU Local 7", index.Search("zqwu local 7")[0].Id);
    }

    [Theory]
    [InlineData("AFSCME")]
    [InlineData("American Federation of State, County and Municipal Employees")]
    public void A_parent_finds_its_locals_though_they_are_hundreds(string parent)
    {
        var index = new NameIndex<int>(searchable: false);
        foreach (var number in Enumerable.Range(1, 300))
            index.Add(number, $"AFSCME Local {number}");

        var matches = index.Match(parent);

        Assert.Equal(10, matches.Count);
        Assert.All(matches, match => Assert.Equal(Verdict.Affiliate, match.Comparison.Verdict));
    }

    [Fact]
    public void An_index_that_keeps_few_names_read_finds_what_one_that_keeps_all_finds()
    {
        var (all, few) = (new NameIndex<int>(searchable: false), new NameIndex<int>(searchable: false, mostRead: 3));
        string[] names = ["Water Trust", "River Workers Union", "Lake Club of Austin", "SEIU Local 1", "SEIU Local 32BJ", "Detention Watch Network", "The Water Trust", "Lake Club of Houston"];
        foreach (var (i, name) in names.Index())
        {
            all.Add(i, name);
            few.Add(i, name);
        }

        foreach (var asked in names.Append("Detention Watch Netwrok").Append("Service Employees International Union"))
            Assert.Equal(all.Match(asked).Select(Told), few.Match(asked).Select(Told));

        static string Told(NameMatch<int> match) => $"{match.Id} {match.Name} {match.Comparison.Verdict} {match.Comparison.Score} {match.Comparison.Reason}";
    }
}
