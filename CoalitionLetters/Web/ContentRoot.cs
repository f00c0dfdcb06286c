namespace CoalitionLetters.Web;

/// <summary>
/// Where appsettings.json, wwwroot and, below it, data stand, so that it does not matter from where the app is started: the project's
/// folder when it was built there (<c>dotnet run</c>), the program's own folder when it was published, or the working directory
/// when that is an app's.
/// </summary>
public static class ContentRoot
{
    private const string Mark = "appsettings.json";
    private const string Project = "CoalitionLetters.csproj";

    public static string Find() =>
        IsApps(Directory.GetCurrentDirectory()) ? Directory.GetCurrentDirectory() : ProjectAbove(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;

    private static bool IsApps(string folder) => File.Exists(Path.Combine(folder, Mark)) && Directory.Exists(Path.Combine(folder, "wwwroot"));

    private static string? ProjectAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, Project)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
