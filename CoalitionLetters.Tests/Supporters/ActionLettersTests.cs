using CoalitionLetters.FinalLetters;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Support.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

/// <summary>The draft of an action as the <c>render</c> command sets it.</summary>
public sealed class ActionLettersTests : IDisposable
{
    private const string Print = "targets:\n  - name: The Mayor\n    salutation: Dear Mayor,\n    channel: print\n    address: [City Hall]\n";

    private readonly string folder = Directory.CreateTempSubdirectory("action").FullName;
    private readonly StringWriter errors = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_action_becomes_one_letter_to_each_target()
    {
        Assert.Equal(0, Run(RepositoryFiles.Sample("supporters-action.md")));

        var pages = PdfText.Of(Pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, pages.Length);
        Assert.Contains("1600 Pennsylvania Avenue NW", pages[0], StringComparison.Ordinal);
        Assert.Contains("Dear President Trump,", pages[0], StringComparison.Ordinal);
        Assert.Contains("Dear Secretary Nielsen,", pages[1], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("Signature, name, address", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("{{", page, StringComparison.Ordinal));
        Assert.Empty(Conformance.Check(Pdf));
    }

    [Fact]
    public void The_same_action_gives_the_same_bytes_and_a_draft_says_so()
    {
        Assert.Equal(0, Run(RepositoryFiles.Sample("supporters-action.md")));
        var first = Pdf;
        Assert.Equal(0, Run(RepositoryFiles.Sample("supporters-action.md")));
        Assert.Equal(first, Pdf);

        Assert.Equal(0, Run(RepositoryFiles.Sample("supporters-action.md"), "--draft"));
        Assert.Contains("DRAFT", PdfText.Of(Pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: T\ntargets: []\n", "We ask.", "The action has no target. Write each as \"- name: …\" under targets.")]
    [InlineData("title: T\n" + Print, "We are {{count}}.", "The placeholder {{count}} is unknown in an action's draft. Known is {{own-sentence}}.")]
    [InlineData("title: T\nre: R\n" + Print, "We ask.", "Line 3: the key \"re\" is unknown.")]
    [InlineData("title: T\ntargets:\n  - name: The Mayor\n    salutation: Dear Mayor,\n    channel: print\n", "We ask.", "Enter the postal address of The Mayor.")]
    [InlineData("title: T\n" + Print, "We ask \U0001F1E6.", "The letter to The Mayor needs a font for U+1F1E6.")]
    public void An_action_that_cannot_be_set_is_refused_in_one_sentence(string front, string body, string sentence)
    {
        var file = Path.Combine(folder, "action.md");
        File.WriteAllText(file, $"---\n{front}---\n{body}\n");

        Assert.Equal(1, Run(file));

        Assert.Equal(sentence, errors.ToString().TrimEnd());
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public void An_action_has_no_list()
    {
        Assert.Equal(1, Run(RepositoryFiles.Sample("supporters-action.md"), "--signatories", RepositoryFiles.Sample("family-unity-signatories.csv")));

        Assert.Equal("Letters of an action have no list of signatories. Leave --signatories out.", errors.ToString().TrimEnd());
    }

    private string Out => Path.Combine(folder, "letters.pdf");

    private byte[] Pdf => File.ReadAllBytes(Out);

    private int Run(string file, params string[] more) => RenderCommand.Run([file, "--out", Out, .. more], TextWriter.Null, errors, ActionLetters.Read);
}
