using CoalitionLetters.Letters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class LetterFileTests
{
    [Fact]
    public void The_family_unity_sample_is_read_whole()
    {
        var letter = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample("family-unity-letter.md"))).Content;

        Assert.Equal("Keep families together at the border", letter.Title);
        Assert.Equal(new DateOnly(2018, 6, 14), letter.Date);
        Assert.Equal("Coalition for Family Unity", Assert.Single(letter.Letterhead).Name);
        Assert.Equal(
            ["The Honorable Donald J. Trump", "President of the United States", "The White House", "1600 Pennsylvania Avenue NW", "Washington, DC 20500"],
            Assert.Single(letter.Recipients).Lines());
        Assert.Equal("unions and community organizations", letter.NounsInText);
        Assert.Equal(SectionsBy.Scope, letter.Sections);
        Assert.StartsWith("On behalf of the {{count:words}} undersigned", letter.Body, StringComparison.Ordinal);
        Assert.EndsWith("signed nothing.", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_attorneys_generals_sample_is_a_letter_of_officials_to_two_addressees()
    {
        var letter = LetterFile.Parse(File.ReadAllText(RepositoryFiles.Sample("attorneys-general-letter.md"))).Content;

        Assert.Equal(SignatoryKind.Officials, letter.Signatories);
        Assert.Equal(2, letter.Recipients.Count);
        Assert.Equal(2, letter.RecipientsAbreast);
        Assert.Equal("attorney general", letter.Noun(1));
        Assert.Equal("Office of the Attorney General", Assert.Single(letter.Letterhead).Office);
    }

    [Theory]
    [InlineData("---\ntitle: A\ncolour: red\n---\nBody", "Line 3: the key \"colour\" is unknown.")]
    [InlineData("---\nrecipients:\n  - nmae: X\n---\nBody", "Line 3: the key \"nmae\" in recipients is unknown.")]
    [InlineData("---\ndate: June 14\n---\nBody", "Line 2: the value of \"date\" cannot be used; write the date as 2018-06-14.")]
    [InlineData("---\nnoun: union\n---\nBody", "Line 2: the value of \"noun\" cannot be used; write it as [organization, organizations].")]
    [InlineData("---\nsections: region\n---\nBody", "Line 2: the value of \"sections\" cannot be used; write one of scope, kind, none.")]
    [InlineData("---\ntitle: A\n", "The front matter begins with --- in line 1 and does not end. Put a line of --- before the body.")]
    [InlineData("---\ntitle: A\n---\n\n", "The letter has no body. Write it below the front matter.")]
    [InlineData("---\ntitle: A\n---", "The letter has no body. Write it below the front matter.")]
    [InlineData("\n---\ntitle: A\n", "The front matter begins with --- in line 2 and does not end. Put a line of --- before the body.")]
    [InlineData("---\ntitle: A\nre: Docket: 2018-01\n---\nBody", "Line 3: what stands after “re:” has a colon of its own. Put it in quotation marks: re: \"Docket: 2018-01\"")]
    [InlineData("---\ncc:\n  - One: two \"and\" three: four\n---\nBody", "Line 3: what stands after “- One:” has a colon of its own. Put it in quotation marks: - One: \"two 'and' three: four\"")]
    [InlineData("---\nrecipients:\n\t- name: b\n---\nBody", "Line 3: a tab stands before the words. Write blanks there.")]
    [InlineData("---\nrecipients:\n  - name: b\n\t  title: c\n---\nBody", "Line 4: a tab stands before the words. Write blanks there.")]
    public void What_cannot_be_read_is_named_with_its_line(string file, string message)
    {
        var refusal = Assert.Throws<LetterFileException>(() => LetterFile.Parse(file));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("--- \ntitle: A\n---\t \nBody")]
    [InlineData("\n \n---\ntitle: A\n---\nBody\n\n")]
    [InlineData("\uFEFF---\r\ntitle: A\r\n---  \r\nBody")]
    public void Blanks_around_the_lines_that_bound_the_front_matter_do_not_count(string file)
    {
        var letter = LetterFile.Parse(file).Content;

        Assert.Equal(("A", "Body"), (letter.Title, letter.Body));
    }

    [Theory]
    [InlineData("---\ntitle: A\nre: [one, two\n---\nBody", "Line [34]: the front matter is not valid YAML")]
    [InlineData("---\ntitle: A\nlanguage: [en\ndate: 2018-06-14\n---\nBody", "Line 3: the front matter is not valid YAML. A bracket or brace")]
    [InlineData("---\nletterhead: {name: x\nre: y\n---\nBody", "Line [23]: the front matter is not valid YAML. A bracket or brace")]
    [InlineData("---\ntitle: A\n...\nre: B\n---\nBody", "Line [34]: the front matter has ended with “...” and something follows.")]
    [InlineData("---\ncc: &all [one, *all]\n---\nBody", "Line 2: “.” points to another value")]
    public void Broken_yaml_is_refused_with_its_line(string file, string message)
    {
        var refusal = Assert.Throws<LetterFileException>(() => LetterFile.Parse(file));

        Assert.Matches($"^{message}", refusal.Message);
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "x")]
    [InlineData("[", "]")]
    public void Values_far_too_deep_in_each_other_are_refused(string opening, string closing)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 20_000)) + string.Concat(Enumerable.Repeat(closing, 20_000));

        var refusal = Assert.Throws<LetterFileException>(() => LetterFile.Parse($"---\ntitle: A\nre:\n  {deep}\n---\nBody"));

        Assert.StartsWith("Line 4: lists or maps stand too deep in each other", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_that_is_far_too_long_is_refused_unread()
    {
        var refusal = Assert.Throws<LetterFileException>(() => LetterFile.Parse($"---\nre: {new string('[', 200_000)}\n---\nBody"));

        Assert.Equal("The front matter has 200,008 characters; it may have 100,000.", refusal.Message);
    }
}
