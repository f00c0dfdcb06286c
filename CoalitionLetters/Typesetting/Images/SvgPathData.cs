using System.Numerics;

namespace CoalitionLetters.Typesetting.Images;

/// <summary>Reads the attribute d of an SVG path (SVG 1.1, 8.3).</summary>
internal static class SvgPathData
{
    /// <exception cref="FormatException">The data is broken.</exception>
    public static void Read(string data, PathBuilder path)
    {
        var scanner = new SvgScanner(data);
        var command = 'M';
        Vector2? handle = null;
        char previous = ' ';
        while (!scanner.IsAtEnd)
        {
            if (!scanner.IsAtNumber)
            {
                command = scanner.Letter();
            }
            else if (command is 'Z' or 'z' || path.Steps.Count == 0)
            {
                throw new FormatException("a command is missing");
            }

            if (path.Steps.Count == 0 && command is not ('M' or 'm'))
            {
                throw new FormatException("it does not begin with a move");
            }

            handle = Step(ref scanner, command, path, handle, previous);
            previous = char.ToUpperInvariant(command);
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    /// <returns>The handle that a following smooth curve mirrors.</returns>
    private static Vector2? Step(ref SvgScanner scanner, char command, PathBuilder path, Vector2? handle, char previous)
    {
        var current = path.Current;
        var origin = char.IsAsciiLetterLower(command) ? current : Vector2.Zero;
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                path.Move(origin + scanner.Point());
                return null;
            case 'L':
                path.Line(origin + scanner.Point());
                return null;
            case 'H':
                path.Line(new Vector2(origin.X + scanner.Number(), current.Y));
                return null;
            case 'V':
                path.Line(new Vector2(current.X, origin.Y + scanner.Number()));
                return null;
            case 'Z':
                path.Close();
                return null;
            case 'A':
                path.Arc(scanner.Point(), scanner.Number(), scanner.Flag(), scanner.Flag(), origin + scanner.Point());
                return null;
            case 'C':
                return Curve(path, origin + scanner.Point(), origin + scanner.Point(), origin + scanner.Point());
            case 'S':
                return Curve(path, Mirrored(current, previous is 'C' or 'S' ? handle : null), origin + scanner.Point(), origin + scanner.Point());
            case 'Q':
                return Quadratic(path, origin + scanner.Point(), origin + scanner.Point());
            case 'T':
                return Quadratic(path, Mirrored(current, previous is 'Q' or 'T' ? handle : null), origin + scanner.Point());
            default:
                throw new FormatException($"“{command}” is no command");
        }
    }

    private static Vector2 Curve(PathBuilder path, Vector2 first, Vector2 second, Vector2 to)
    {
        path.Curve(first, second, to);
        return second;
    }

    private static Vector2 Quadratic(PathBuilder path, Vector2 handle, Vector2 to)
    {
        path.Quadratic(handle, to);
        return handle;
    }

    private static Vector2 Mirrored(Vector2 current, Vector2? handle) => handle is { } point ? 2 * current - point : current;
}
