using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoalitionLetters.Letters;

/// <summary>Makes links of mailboxes that stand in a letter's text as they are, "ana@unity.example".</summary>
internal static partial class LetterMailboxes
{
    public static void Link(MarkdownDocument document)
    {
        foreach (var first in document.Descendants<LiteralInline>().Where(literal => literal.PreviousSibling is not LiteralInline && !IsLinked(literal)).ToList())
        {
            var (parts, words) = (new List<LiteralInline>(), "");
            for (Inline? next = first; next is LiteralInline literal; next = next.NextSibling)
            {
                parts.Add(literal);
            }

            if (parts.Exists(part => part.Content.AsSpan().Contains('@')))
            {
                words = string.Concat(parts.Select(part => part.Content.ToString()));
            }

            foreach (var mailbox in Mailbox().Matches(words).Reverse())
            {
                Link(mailbox, parts);
            }
        }
    }

    private static bool IsLinked(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Markdown parts text at underscores and the like, so that one mailbox may stand in several parts.</summary>
    private static void Link(Match mailbox, List<LiteralInline> parts)
    {
        var (start, end, at) = (mailbox.Index, mailbox.Index + mailbox.Length, 0);
        var link = new LinkInline($"mailto:{mailbox.Value}", "");
        link.AppendChild(new LiteralInline(mailbox.Value));
        foreach (var part in parts.ToList())
        {
            var words = part.Content.ToString();
            var (from, to) = (at, at + words.Length);
            at = to;
            if (to <= start || from >= end)
            {
                continue;
            }

            if (to > end)
            {
                part.InsertAfter(new LiteralInline(words[(end - from)..]));
            }

            if (from <= start)
            {
                part.InsertAfter(link);
            }

            if (from < start)
            {
                part.Content = new StringSlice(words[..(start - from)]);
            }
            else
            {
                part.Remove();
                parts.Remove(part);
            }
        }
    }

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+")]
    private static partial Regex Mailbox();
}
