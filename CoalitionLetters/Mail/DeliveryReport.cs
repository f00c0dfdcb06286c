using System.Text;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Mail;

/// <summary>
/// What a mail server says later of a mail it had accepted (RFC 3464). Which mail it is follows from the Message-ID that stands in the
/// returned copy or its headers, since our outbox makes that from the mail's own id.
/// </summary>
/// <param name="HasFailed">False where the mail is only late.</param>
/// <param name="Reason">In the server's words, like "550 5.1.1 no such user".</param>
internal sealed partial record DeliveryReport(Guid MailId, bool HasFailed, string Reason)
{
    /// <param name="message">A whole message as it came, one character for each byte.</param>
    /// <returns>Null for anything else: an answer of a person, a report about somebody else's mail.</returns>
    public static DeliveryReport? Read(string message)
    {
        var whole = Part.Of(message);
        if (!whole.Type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) || Boundary().Match(whole.Type) is not { Success: true } boundary)
        {
            return null;
        }

        Guid? mail = null;
        var recipients = new List<Dictionary<string, string>>();
        foreach (var part in PartsOf(whole.Body, boundary.Groups[1].Success ? boundary.Groups[1].Value : boundary.Groups[2].Value))
        {
            if (Is(part, "message/delivery-status") || Is(part, "message/global-delivery-status"))
            {
                recipients.AddRange(Fields(part.Body).Where(group => group.ContainsKey("action")));
            }
            else if (Is(part, "message/") || Is(part, "text/rfc822-headers"))
            {
                mail ??= Part.Of(part.Body).Headers.TryGetValue("message-id", out var id) && OurId().Match(id) is { Success: true } ours ? Guid.ParseExact(ours.Groups[1].Value, "N") : null;
            }
        }

        if (mail is not { } known || recipients.Count == 0)
        {
            return null;
        }

        var failed = recipients.Find(group => group["action"].Trim().Equals("failed", StringComparison.OrdinalIgnoreCase));
        return new DeliveryReport(known, failed is not null, ReasonOf(failed ?? recipients[0]));
    }

    private static bool Is(Part part, string type) => part.Type.StartsWith(type, StringComparison.OrdinalIgnoreCase);

    private static string ReasonOf(Dictionary<string, string> recipient)
    {
        var said = recipient.GetValueOrDefault("diagnostic-code") ?? recipient.GetValueOrDefault("status") ?? "";
        return said[(said.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } reason ? reason : "It came back without a reason.";
    }

    private static IEnumerable<Part> PartsOf(string body, string boundary) => $"\n{body}".Split("\n--" + boundary).Skip(1)
        .Where(part => !part.StartsWith("--", StringComparison.Ordinal))
        .Select(part => Part.Of(part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]));

    /// <summary>Groups of fields with empty lines between: the first about the report, then one for each recipient.</summary>
    private static IEnumerable<Dictionary<string, string>> Fields(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Part.HeadersOf);

    [GeneratedRegex("""boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    /// <summary>A field that goes on in the next line.</summary>
    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("^\\s*<([0-9a-f]{32})@")]
    private static partial Regex OurId();

    private sealed record Part(Dictionary<string, string> Headers, string Body)
    {
        public string Type => Headers.GetValueOrDefault("content-type", "text/plain").Trim();

        public static Part Of(string text)
        {
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n');
            var end = lines.IndexOf("\n\n", StringComparison.Ordinal);
            var headers = HeadersOf(end < 0 ? lines : lines[..end]);
            return new Part(headers, Decoded(end < 0 ? "" : lines[(end + 2)..], headers.GetValueOrDefault("content-transfer-encoding", "").Trim()));
        }

        public static Dictionary<string, string> HeadersOf(string text)
        {
            var headers = new Dictionary<string, string>();
            foreach (var line in Folded().Replace(text, " ").Split('\n'))
            {
                if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                {
                    headers.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
                }
            }

            return headers;
        }

        private static string Decoded(string body, string encoding)
        {
            if (encoding.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase))
            {
                return body.Replace("=\n", "", StringComparison.Ordinal);
            }

            var bytes = new byte[body.Length];
            return encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(body, bytes, out var length)
                ? Encoding.Latin1.GetString(bytes, 0, length).Replace("\r\n", "\n", StringComparison.Ordinal)
                : body;
        }
    }
}
