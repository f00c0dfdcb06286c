using System.Globalization;
using System.Net;
using System.Text;
using CoalitionLetters.Coalitions;

namespace CoalitionLetters.Mail;

/// <summary>Writes a <see cref="MailBody"/> as plain text and as HTML: one narrow column, inline styles, nothing fetched from anywhere.</summary>
internal static class MailTwins
{
    private const int TextWidth = 72;

    public static string Text(MailBody body, Coalition coalition, string language = "en")
    {
        if (body.OwnLetter is { } letter)
        {
            return letter.ReplaceLineEndings("\r\n");
        }

        var text = new StringBuilder();
        foreach (var part in body.Parts)
        {
            text.Append(part switch
            {
                MailPart.Paragraph p => Wrapped(p.Text, ""),
                MailPart.Button b => $"{b.Label}:\n{b.Address}\n",
                MailPart.Link l => $"{l.Label}:\n{l.Address}\n",
                MailPart.Facts f => string.Concat(f.Rows.Select(row => Wrapped($"{row.Name}: {row.Value}", "  ", "    "))),
                MailPart.Quote q => Wrapped(q.Text, "> "),
                _ => throw new NotSupportedException(part.GetType().Name),
            });
            text.Append('\n');
        }

        text.Append("-- \n").Append(Wrapped(Signature(coalition, language), ""));
        return text.ToString().Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    public static string Html(MailBody body, Coalition coalition, string subject, string language = "en")
    {
        if (body.OwnLetter is { } letter)
        {
            return OwnLetter(letter, subject, language);
        }

        var accent = coalition.AccentInk;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{Plain(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>{Plain(subject)}</title></head>
            <body style="margin:0;padding:0;background:#f4f4f2;color:#15181d;">
            <div style="max-width:34rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere;">
            <div style="background:#ffffff;border:1px solid #d4d8de;border-top:5px solid {accent};padding:1.25rem 1.25rem 1.5rem;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:17px;line-height:1.5;">
            <p style="margin:0 0 1rem;font-family:Georgia,serif;font-weight:600;font-size:19px;">{Plain(coalition.Name)}</p>

            """);
        foreach (var part in body.Parts)
        {
            html.AppendLine(part switch
            {
                MailPart.Paragraph p => $"""<p style="margin:0 0 1rem;">{Lines(p.Text)}</p>""",
                MailPart.Button b => $"""<p style="margin:1.5rem 0;"><a href="{Plain(b.Address)}" style="display:inline-block;background:{accent};color:#ffffff;padding:.75rem 1.25rem;border-radius:4px;font-weight:600;text-decoration:none;">{Plain(b.Label)}</a></p>""" +
                    $"""<p style="margin:0 0 1rem;font-size:14px;color:#4d545f;word-break:break-all;">{(IsSpanish(language) ? "Si el botón no funciona, abra esta dirección:" : "If the button does not work, open this address:")} {Plain(b.Address)}</p>""",
                MailPart.Link l => $"""<p style="margin:0 0 1rem;"><a href="{Plain(l.Address)}" style="color:{accent};">{Plain(l.Label)}</a></p>""",
                MailPart.Facts f => "<dl style=\"margin:0 0 1rem;\">" + string.Concat(f.Rows.Select(row =>
                    $"""<dt style="color:#4d545f;font-size:14px;">{Plain(row.Name)}</dt><dd style="margin:0 0 .5rem;">{Lines(row.Value)}</dd>""")) + "</dl>",
                MailPart.Quote q => $"""<blockquote style="margin:0 0 1rem;padding:.25rem 0 .25rem 1rem;border-left:4px solid {accent};font-family:Georgia,serif;font-size:19px;">{Lines(q.Text)}</blockquote>""",
                _ => throw new NotSupportedException(part.GetType().Name),
            });
        }

        html.Append(CultureInfo.InvariantCulture, $"""
            </div>
            <p style="margin:1rem .25rem;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:14px;line-height:1.5;color:#4d545f;">{Lines(Signature(coalition, language))}</p>
            </div></body></html>
            """);
        return html.ToString();
    }

    private static string OwnLetter(string letter, string subject, string language) => $"""
        <!doctype html>
        <html lang="{Plain(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Plain(subject)}</title></head>
        <body style="font-family:Georgia,serif;font-size:17px;line-height:1.5;max-width:38rem;overflow-wrap:anywhere;">
        {string.Concat(letter.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => $"<p>{Lines(paragraph)}</p>\n"))}</body></html>
        """;

    private static string Signature(Coalition coalition, string language) =>
        coalition.ContactMail is not { Length: > 0 } contact ? coalition.Name
        : IsSpanish(language) ? $"{coalition.Name}\n¿La dirección no es correcta, o tiene una pregunta? Escriba a {contact}."
        : $"{coalition.Name}\nWrong address, or a question? Write to {contact}.";

    private static bool IsSpanish(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => WebUtility.HtmlEncode(text);

    private static string Lines(string text) => Plain(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Wrapped(string text, string indent, string? further = null)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var column = 0;
            var start = indent;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0 && column + 1 + word.Length > TextWidth)
                {
                    wrapped.Append('\n');
                    start = further ?? indent;
                    column = 0;
                }

                wrapped.Append(column == 0 ? start : " ").Append(word);
                column += (column == 0 ? start.Length : 1) + word.Length;
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString();
    }
}
