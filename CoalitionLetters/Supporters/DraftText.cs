using System.Text;
using System.Text.RegularExpressions;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Supporters;

/// <summary>The draft of an action: what a person starts from, and what must stay in it.</summary>
public sealed partial class DraftText
{
    public const string OwnSentence = "{{own-sentence}}";

    private readonly string words;

    private DraftText(string words, IReadOnlyList<string> kept, IReadOnlyList<DraftPiece> pieces)
    {
        this.words = words;
        Kept = kept;
        Pieces = pieces;
    }

    /// <summary>The passages that must stay, as written between <c>[[</c> and <c>]]</c>.</summary>
    public IReadOnlyList<string> Kept { get; }

    public bool AsksForOwnSentence => words.Contains(OwnSentence, StringComparison.Ordinal);

    public static DraftText Parse(string draft)
    {
        var words = new StringBuilder();
        var kept = new List<string>();
        var pieces = new List<DraftPiece>();
        var at = 0;
        while (draft.IndexOf("[[", at, StringComparison.Ordinal) is var start and >= 0 && draft.IndexOf("]]", start, StringComparison.Ordinal) is var end and >= 0)
        {
            var passage = draft[(start + 2)..end];
            words.Append(draft, at, start - at).Append(passage);
            kept.Add(passage.Trim());
            AddFree(pieces, draft[at..start]);
            pieces.Add(new(passage, PieceKind.Kept));
            at = end + 2;
        }

        words.Append(draft, at, draft.Length - at);
        AddFree(pieces, draft[at..]);
        return new DraftText(words.ToString().ReplaceLineEndings("\n").Trim(), [.. kept.Where(passage => passage.Length > 0)], pieces);
    }

    /// <summary>Names the first placeholder of a draft that is not <see cref="OwnSentence"/>; null where there is none.</summary>
    public static string? FaultIn(string draft) =>
        Placeholder().Matches(draft).Select(match => match.Value).FirstOrDefault(placeholder => placeholder != OwnSentence) is { } unknown
            ? $"The placeholder {unknown} is unknown in an action's draft. Known is {OwnSentence}."
            : null;

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Placeholder();

    private static void AddFree(List<DraftPiece> pieces, string text)
    {
        var parts = text.Split(OwnSentence);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                pieces.Add(new("", PieceKind.OwnSentence));
            }

            if (parts[i].Length > 0)
            {
                pieces.Add(new(parts[i], PieceKind.Free));
            }
        }
    }

    /// <summary>The text with the person's sentence in its place, or closed up where there is none.</summary>
    public string With(string? ownSentence)
    {
        var sentence = ownSentence?.Trim() ?? "";
        if (sentence.Length > 0)
        {
            return words.Replace(OwnSentence, sentence, StringComparison.Ordinal);
        }

        return words.Replace(" " + OwnSentence, "", StringComparison.Ordinal).Replace(OwnSentence + " ", "", StringComparison.Ordinal)
            .Replace(OwnSentence + "\n\n", "", StringComparison.Ordinal).Replace(OwnSentence, "", StringComparison.Ordinal).Trim();
    }

    /// <summary>
    /// An edited text with the person's sentence in it, beside the words that stand beside it in the draft: those of its paragraph, then the
    /// paragraphs before and after; at the end where none of them is left.
    /// </summary>
    public string Insert(string edited, string ownSentence)
    {
        var paragraphs = words.Split("\n\n").Select(PlainText.Of).ToList();
        var at = paragraphs.FindIndex(paragraph => paragraph.Contains(OwnSentence, StringComparison.Ordinal));
        var around = at < 0 ? [] : paragraphs[at].Split(OwnSentence, StringSplitOptions.TrimEntries);
        (string? Beside, bool Follows, string Between)[] places =
        [
            (around.FirstOrDefault(), true, " "), (around.LastOrDefault(), false, " "),
            (paragraphs.ElementAtOrDefault(at - 1), true, "\n\n"), (at < 0 ? null : paragraphs.ElementAtOrDefault(at + 1), false, "\n\n"),
        ];
        foreach (var (beside, follows, between) in places.Where(place => !string.IsNullOrEmpty(place.Beside)))
        {
            if (edited.IndexOf(beside!, StringComparison.Ordinal) is var found and >= 0)
            {
                return follows ? edited.Insert(found + beside!.Length, between + ownSentence) : edited.Insert(found, ownSentence + between);
            }
        }

        return $"{edited}\n\n{ownSentence}";
    }

    /// <summary>The draft in pieces, in order: what may be changed, what must stay, and where the own sentence goes.</summary>
    public IReadOnlyList<DraftPiece> Pieces { get; }

    public bool IsUnchangedIn(string text, string? ownSentence) => Fold(text) == Fold(With(ownSentence));

    /// <summary>The passages that an edited text has lost. Line breaks and runs of blanks do not matter.</summary>
    public IReadOnlyList<string> MissingFrom(string edited)
    {
        var folded = Fold(edited);
        return [.. Kept.Where(passage => !folded.Contains(Fold(passage), StringComparison.Ordinal))];
    }

    /// <summary>
    /// How much the person has changed: the share of words that only one of draft and edited text has in this order, of the longer of the two,
    /// 0 (unchanged) to 1, by the longest common subsequence of words. A text that was only shortened has changed too.
    /// </summary>
    public double ChangedShareOf(string edited)
    {
        var (ours, theirs) = (Words(Fold(With(null))), Words(Fold(edited)));
        var longer = Math.Max(ours.Length, theirs.Length);
        return longer == 0 ? 0 : (double)(longer - CommonWords(ours, theirs)) / longer;
    }

    /// <summary>How many words a text has beside the passages that must stay.</summary>
    public int FreeWordsOf(string text) => Math.Max(0, Words(text).Length - Kept.Sum(passage => Words(passage).Length));

    private static int CommonWords(string[] a, string[] b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        foreach (var word in a)
        {
            for (var j = 0; j < b.Length; j++)
            {
                current[j + 1] = word == b[j] ? previous[j] + 1 : Math.Max(previous[j + 1], current[j]);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    /// <summary>As a posted text comes, so that signs that nobody sees make no difference.</summary>
    private static string Fold(string text) => string.Join(' ', Words(PlainLine.Of(text)));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

public enum PieceKind
{
    Free,

    /// <summary>A passage that must stay.</summary>
    Kept,

    /// <summary>Where the person's own sentence goes.</summary>
    OwnSentence,
}

public sealed record DraftPiece(string Text, PieceKind Kind);
