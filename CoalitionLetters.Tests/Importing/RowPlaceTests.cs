using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Where bodies are at home, in lists from anywhere.</summary>
public sealed class RowPlaceTests
{
    [Theory]
    [InlineData("State/Province", "Ontario", "", "Ontario", "Canada")]
    [InlineData("State/Province", "ON", "", "Ontario", "Canada")]
    [InlineData("Province", "Québec", "Canada", "Quebec", "Canada")]
    [InlineData("Bundesland", "Hessen", "", "Hessen", "Germany")]
    [InlineData("Bundesland", "NRW", "Deutschland", "Nordrhein-Westfalen", "Deutschland")]
    [InlineData("Estado", "Jalisco", "México", "Jalisco", "México")]
    [InlineData("État", "Bretagne", "", "Bretagne", "France")]
    [InlineData("State", "TX", "", "Texas", null)]
    [InlineData("State", "CA", "USA", "California", "USA")]
    [InlineData("State", "Zürich", "Schweiz", "Zürich", "Schweiz")]
    public void A_region_of_another_country_is_understood_like_a_state(string header, string cell, string country, string state, string? found)
    {
        foreach (var target in Enum.GetValues<ImportTarget>())
        {
            var row = Row($"Organization,{header},Country\nWater Trust,{cell},{country}\n", target);

            Assert.Equal((RowFate.New, state, found), (row.Fate, row.Data!.State, row.Data.Country));
            Assert.Empty(row.Data.Unknown);
        }
    }

    [Theory]
    [InlineData("Nationale", Scope.National)]
    [InlineData("Locale", Scope.Local)]
    [InlineData("Internationale", Scope.International)]
    [InlineData("Régionale", Scope.Regional)]
    [InlineData("bundesweit", Scope.National)]
    [InlineData("landesweit", Scope.State)]
    [InlineData("örtlich", Scope.Local)]
    [InlineData("A nivel nacional", Scope.National)]
    [InlineData("Mundial", Scope.International)]
    [InlineData("Au niveau local", Scope.Local)]
    [InlineData("Auf Bundesebene", Scope.National)]
    [InlineData("National organization", Scope.National)]
    [InlineData("State-level", Scope.State)]
    [InlineData("Statewide", Scope.State)]
    [InlineData("Organización local", Scope.Local)]
    public void A_scope_is_known_in_the_words_of_forms(string cell, Scope scope) => Assert.Equal(scope, Scopes.Find(cell));

    [Theory]
    [InlineData("galactic")]
    [InlineData("Nation")]
    [InlineData("Organization")]
    public void A_word_that_tells_no_scope_is_none(string cell) => Assert.Null(Scopes.Find(cell));

    [Fact]
    public void A_list_of_French_forms_is_understood_with_no_hand_on_it()
    {
        var row = Row("Horodateur,Adresse e-mail,Nom de votre organisation,Nationale ou locale ?\n1,a@x.example,Cimade,Nationale\n2,b@x.example,Atelier du Rhône,Locale\n", ImportTarget.Signatures);

        Assert.Equal((RowFate.New, Scope.National), (row.Fate, row.Data!.Scope));
        Assert.Empty(row.Data.Unknown);
    }

    private static PlannedRow Row(string text, ImportTarget target)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return new DryRun(SheetLayout.Guess(sheet, target)).Run(sheet).First();
    }
}
