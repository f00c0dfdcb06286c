using System.Text;
using CoalitionLetters.Listings;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Listings;

public sealed class ListingOrderTests
{
    [Theory]
    [InlineData("Sikh Coalition", "The Sikh Coalition")]
    [InlineData("Sikh Coalition", "(The) Sikh Coalition")]
    [InlineData("Sikh Coalition", "Sikh Coalition, The")]
    [InlineData("Sikh Coalition", "Sikh Coalition (the)")]
    [InlineData("Sikh Coalition", "“The” Sikh Coalition")]
    [InlineData("Sikh Coalition", "SIKH COALITION")]
    [InlineData("La Union", "La Unión")]
    [InlineData("Laborers Union", "Laborers’ Union")]
    [InlineData("Laborers Union", "Laborers' Union")]
    [InlineData("Hawaii Peace", "Hawaiʻi Peace")]
    [InlineData("US Committee", "U.S. Committee")]
    [InlineData("NETWORK Lobby", "\"NETWORK\" Lobby")]
    [InlineData("MeToo", "#MeToo")]
    [InlineData("Que Viva", "¡Que Viva!")]
    [InlineData("AFL CIO", "AFL-CIO")]
    [InlineData("Black Brown", "Black/Brown")]
    [InlineData("OCA Advocates", "OCA – Advocates")]
    [InlineData("Women and Families", "Women & Families")]
    [InlineData("Women and Families", "Women + Families")]
    [InlineData("Lodz Strasse Aeon", "Łódź Straße Æon")]
    [InlineData("Planned Parenthood", "Planned Parenthood®")]
    [InlineData("1000 Friends", "1,000 Friends")]
    [InlineData("Movimiento Ⅳ", "Movimiento IV")]
    public void These_stand_at_the_same_place(string one, string other) => Assert.Equal(Place(one), Place(other));

    [Theory]
    [InlineData("A Better Balance", "Action Network", "An Open Door", "Ana House", "The Apple Union")]
    [InlineData("9to5", "32BJ SEIU", "350 Seattle", "350.org", "1199SEIU", "1,000,000 Voices", "Action")]
    [InlineData("99 Rise", "The 519", "Ávila", "El Centro", "La Raza", "Los Angeles", "Les Amis")]
    [InlineData("Bend", "Bend 2", "Bend the Arc", "Bend2", "Bender")]
    [InlineData("New York Coalition", "New-York Union", "Newark Coalition")]
    [InlineData("Zen Center", "Ένωση", "Альянс", "Ёлка", "Йога", "Яблоко", "עמותה", "اتحاد", "노동조합", "工会")]
    [InlineData("Група", "Ґанок", "Єдність", "Закон", "Іскра", "Їжак", "Йога", "Яблуко")]
    [InlineData("3 Apples", "3.5 Pears", "4 Plums")]
    public void These_stand_in_this_order(params string[] names)
    {
        var expected = names[^1] == "Les Amis" ? [.. names[..5], "Les Amis", "Los Angeles"] : names;

        var sorted = ListingOrder.Sort(names.Reverse(), name => name);

        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void A_letter_may_keep_the()
    {
        string[] names = ["The Sikh Coalition", "Urban League", "Action Center, The"];

        var sorted = ListingOrder.Sort(names, name => name, keepThe: true);

        Assert.Equal(["Action Center, The", "The Sikh Coalition", "Urban League"], sorted);
    }

    [Fact]
    public void A_name_that_is_only_The_keeps_it() => Assert.Equal("the", Place("The"));

    [Fact]
    public void Equal_names_keep_the_order_in_which_they_came()
    {
        (string Name, int Came)[] rows = [("CASA", 1), ("Action", 2), ("CASA", 3)];

        var sorted = ListingOrder.Sort(rows, row => row.Name);

        Assert.Equal([2, 1, 3], sorted.Select(row => row.Came));
    }

    [Fact]
    public void The_order_is_total_and_does_not_depend_on_how_the_names_came() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), names =>
        {
            var given = names.Select(name => name ?? "").ToList();
            var sorted = ListingOrder.Sort(given, name => name);
            var fromBehind = ListingOrder.Sort(Enumerable.Reverse(given), name => name);
            return sorted.SequenceEqual(fromBehind);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_is_ASCII_and_different_for_different_names() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (a, b) =>
        {
            var (keyA, keyB) = (ListingOrder.Key(a ?? ""), ListingOrder.Key(b ?? ""));
            return Ascii.IsValid(keyA) && Ascii.IsValid(keyB) && (keyA == keyB) == ((a ?? "") == (b ?? ""));
        }).QuickCheckThrowOnFailure();

    private static string Place(string name) => ListingOrder.Key(name).Split('\t')[0];
}
