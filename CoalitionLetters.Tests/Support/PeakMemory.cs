using System.Globalization;

namespace CoalitionLetters.Tests.Support;

/// <summary>The most memory that a process has held so far. Linux only.</summary>
internal static class PeakMemory
{
    /// <returns>In megabytes; null where the process has ended.</returns>
    public static double? Of(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
