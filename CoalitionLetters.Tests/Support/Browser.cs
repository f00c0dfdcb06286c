using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CoalitionLetters.Tests.Support;

/// <summary>A visitor without scripts: reads pages, fills in forms, presses buttons, follows links, keeps cookies.</summary>
public sealed class Browser(HttpClient http)
{
    private static readonly HtmlParser Parser = new();

    private readonly List<(string Name, string FileName, byte[] Bytes)> files = [];

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");
    public HttpStatusCode Status { get; private set; }
    public string Path { get; private set; } = "/";
    public HttpResponseMessage Response { get; private set; } = new();

    /// <summary>The page's text, its white space made single.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? (IElement?)Page.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    public string Title => Page.Title ?? "";

    /// <summary>The texts beside wrong fields, and of the summary on top.</summary>
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".error, .errors li, [role=alert] p").Select(e => e.TextContent.Trim()).Distinct()];

    public async Task<Browser> VisitAsync(string address)
    {
        await ReadAsync(await http.GetAsync(address));
        return this;
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<Browser> FollowAsync(string text)
    {
        var link = Page.QuerySelectorAll("a[href]").FirstOrDefault(a => Words(a) == text) ?? throw new InvalidOperationException($"No link \"{text}\" on {Path}: {Text}");
        return VisitAsync(link.GetAttribute("href")!);
    }

    /// <summary>Fills in these fields of the form that has them all and sends it by its first button. A ticked box is "true", an empty one "".</summary>
    public Task<Browser> SubmitAsync(params (string Name, string Value)[] fields)
    {
        var form = Page.QuerySelectorAll("main form, form").OfType<IHtmlFormElement>().FirstOrDefault(f => fields.All(field => FieldsOf(f, field.Name).Any()))
            ?? throw new InvalidOperationException($"No form on {Path} has {string.Join(", ", fields.Select(f => f.Name))}: {Text}");
        return SendAsync(form, form.QuerySelector("button:not([type=button]):not([formnovalidate]), input[type=submit]"), fields);
    }

    /// <summary>Chooses a file for the next form that is sent.</summary>
    public Browser Attach(string name, string fileName, byte[] bytes)
    {
        files.Add((name, fileName, bytes));
        return this;
    }

    /// <summary>Presses the button with this text, after filling in fields of its form.</summary>
    public Task<Browser> PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button").FirstOrDefault(b => Words(b) == button) ?? throw new InvalidOperationException($"No button \"{button}\" on {Path}: {Text}");
        return PressAsync(pressed, fields);
    }

    public Task<Browser> PressAsync(IElement button, params (string Name, string Value)[] fields)
    {
        var form = button.GetAttribute("form") is { } id ? Page.GetElementById(id) : button.Closest("form");
        return SendAsync((IHtmlFormElement?)form ?? throw new InvalidOperationException("The button is in no form."), button, fields);
    }

    /// <summary>Whoever is shown how the line will be printed looks at it, and signs.</summary>
    private async Task<Browser> SendAsync(IHtmlFormElement form, IElement? button, (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            Fill(form, name, value);
        }

        var values = Filled(form);
        if (button?.GetAttribute("name") is { Length: > 0 } pressed)
        {
            values.Add(new(pressed, button.GetAttribute("value") ?? ""));
        }

        var target = button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Path;
        if (target.Length == 0)
        {
            target = Path;
        }

        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return await VisitAsync($"{target.Split('?')[0]}?{query}");
        }

        using HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values);
        await ReadAsync(await http.PostAsync(target, content));
        return Page.QuerySelector("#look button") is { } sign ? await PressAsync(sign) : this;
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Response = response;
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private void Fill(IHtmlFormElement form, string name, string value)
    {
        var found = FieldsOf(form, name).ToList();
        if (found.Count == 0)
        {
            throw new InvalidOperationException($"No field {name} on {Path}: {Text}");
        }

        foreach (var field in found)
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = value.Length > 0 && (value == "true" || value == box.Value);
                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    radio.IsChecked = radio.Value == value;
                    break;
                case IHtmlInputElement { Type: "hidden" }:
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
                case IHtmlSelectElement select:
                    select.Value = value;
                    break;
            }
        }
    }

    private static List<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when choice.IsChecked:
                    values.Add(new(name, choice.HasAttribute("value") ? choice.Value : "on"));
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "submit" or "file" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.SelectedOptions.Select(option => new KeyValuePair<string, string>(name, option.Value)));
                    break;
            }
        }

        return values;
    }

    private MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        files.Clear();
        return content;
    }

    private static IEnumerable<IElement> FieldsOf(IHtmlFormElement form, string name) => form.Elements.Where(e => e.GetAttribute("name") == name);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
