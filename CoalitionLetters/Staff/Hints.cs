namespace CoalitionLetters.Staff;

internal static class Hints
{
    public const string Password = "At least 12 characters. Three or four unusual words are good and easy to remember.";
}
