namespace CoalitionLetters.Data;

/// <summary>The small tables that travel with the app in <c>assets/data</c>: comma-separated, no quoting, lines with # tell the source, the first other line names the columns.</summary>
public static class ShippedData
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "assets", "data");

    /// <summary>The cells of each row below the line of column names.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(','));
}
