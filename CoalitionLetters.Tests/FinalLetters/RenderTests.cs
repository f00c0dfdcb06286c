using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.HarfBuzz;

namespace CoalitionLetters.Tests.FinalLetters;

/// <summary>Runs the command on files in a folder that is thrown away.</summary>
public abstract class RenderTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    protected RenderTests() => HarfBuzzShaper.ReadModuleFrom(Path.Combine(RepositoryFiles.Root, "assets", "harfbuzz", "harfbuzz.wasm"));

    protected string Folder { get; } = Directory.CreateTempSubdirectory("render").FullName;

    protected string Output => output.ToString();

    /// <summary>Without the line end behind the last sentence.</summary>
    protected string Errors => errors.ToString().TrimEnd();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected int Run(params string[] arguments) => RenderCommand.Run(arguments, output, errors);

    /// <summary>Renders a letter with a list to letter.pdf.</summary>
    protected int RunWithList(string csv, string body = "We ask.")
    {
        File.WriteAllText(Out("list.csv"), csv);
        return Run(Letter(body), "--signatories", Out("list.csv"), "--out", Out("letter.pdf"));
    }

    protected string Out(string name) => Path.Combine(Folder, name);

    protected string Letter(string body)
    {
        File.WriteAllText(Out("letter.md"), body);
        return Out("letter.md");
    }

    /// <summary>What letter.pdf says.</summary>
    protected string Structure() => PdfText.Structure(File.ReadAllBytes(Out("letter.pdf")));
}
