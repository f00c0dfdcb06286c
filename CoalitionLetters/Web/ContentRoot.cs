namespace CoalitionLetters.Web;

/// <summary>
/// Where appsettings.json, wwwroot and, below it, data stand: the working directory when it is the app's own (as under
/// <c>dotnet run</c>), or else the folder of the program, so that it does not matter from where it is started.
/// </summary>
public static class ContentRoot
{
    private const string Mark = "appsettings.json";

    public static string Find()
    {
        var here = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(here, Mark)) && Directory.Exists(Path.Combine(here, "wwwroot")) ? here : AppContext.BaseDirectory;
    }
}
