using System.Text.RegularExpressions;
using static CoalitionLetters.Tests.Support.Pdf.Subject;

namespace CoalitionLetters.Tests.Support.Pdf;

/// <summary>PDF/A-3a: forms, actions, tags and attachments.</summary>
internal static partial class ArchiveRules
{
    private static readonly HashSet<string> Actions = ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"];

    public static readonly Rule[] All =
    [
        new("A 6.4.1", "Forms need no appearances made by the reader.", file => Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "AcroForm"), "NeedAppearances") is not true, "AcroForm")),
        new("A 6.4.1-actions", "Fields do nothing.", file =>
            file.All.Where(value => (file.File.Name(value, "Subtype") == "Widget" || value.Entries.ContainsKey("FT")) && (value.Entries.ContainsKey("A") || value.Entries.ContainsKey("AA"))).Select(_ => "field")),
        new("A 6.4.2", "There is no form that only its maker's program can draw.", file =>
            Unless(!file.File.Catalog.Entries.ContainsKey("NeedsRendering") && file.File.Get(file.File.Dictionary(file.File.Catalog, "AcroForm"), "XFA") is null, "catalog")),
        new("A 6.5.1", "Actions do nothing that a reader would not expect.", file => ActionNames(file, "S").Where(name => !Actions.Contains(name))),
        new("A 6.5.1-named", "Named actions turn pages.", file => ActionNames(file, "N").Where(name => name is not ("NextPage" or "PrevPage" or "FirstPage" or "LastPage"))),
        new("A 6.5.2", "Nothing happens by itself.", file =>
            file.All.Where(value => value.Entries.ContainsKey("AA")).Select(_ => "AA")
                .Concat(Unless(file.File.Dictionary(file.File.Dictionary(file.File.Catalog, "Names"), "JavaScript") is null, "catalog"))),
        new("A 6.7.2.2", "The file says that it is tagged.", file => Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "MarkInfo"), "Marked") is true, "catalog")),
        new("A 6.7.3.3", "The file has a structure tree.", file => Unless(file.File.Dictionary(file.File.Catalog, "StructTreeRoot") is not null, "catalog")),
        new("A 6.7.4", "The document's language is given.", file => Unless(!string.IsNullOrEmpty(file.File.Text(file.File.Catalog, "Lang")), "catalog")),
        new("A 6.8-F", "Attached files are named for old and new readers.", file =>
            file.AttachedFiles.Where(attached => string.IsNullOrEmpty(file.File.Text(attached, "F")) || string.IsNullOrEmpty(file.File.Text(attached, "UF"))).Select(_ => "Filespec")),
        new("A 6.8-relationship", "Attached files say what they are to the document.", file =>
            file.AttachedFiles.Where(attached => file.File.Name(attached, "AFRelationship") is not ("Source" or "Data" or "Alternative" or "Supplement" or "Unspecified")).Select(_ => "Filespec")),
        new("A 6.8-AF", "Attached files are associated with the document.", file =>
            file.AttachedFiles.Where(attached => !file.File.Dictionaries(file.File.Catalog, "AF").Contains(attached)).Select(_ => "Filespec")),
        new("A 6.8-type", "Attached files have a media type and a date.", file =>
            file.AttachedFiles.Select(attached => file.File.Dictionary(file.File.Dictionary(attached, "EF"), "F"))
                .Where(content => content is null || !MediaType().IsMatch(file.File.Name(content, "Subtype") ?? "") || file.File.Text(file.File.Dictionary(content, "Params"), "ModDate") is null)
                .Select(_ => "EmbeddedFile")),
        new("A 6.10", "There are no alternate presentations.", file =>
            Unless(file.File.Get(file.File.Dictionary(file.File.Catalog, "Names"), "AlternatePresentations") is null, "catalog")),
        new("A 6.10-steps", "Pages show themselves whole.", file => file.File.Pages.Where(page => page.Entries.ContainsKey("PresSteps")).Select(_ => "page")),
        new("A 6.11", "The file asks nothing special of its reader.", file => Unless(!file.File.Catalog.Entries.ContainsKey("Requirements"), "catalog")),
    ];

    /// <summary>What actions say under a key. An A of the structure tree holds attributes and no kind.</summary>
    private static IEnumerable<string> ActionNames(Subject file, string key) =>
        file.All.SelectMany(value => new[] { "A", "OpenAction", "Next", "PA" }.Select(place => file.File.Get(value, place)))
            .SelectMany(actions => (actions as List<object?> ?? [actions]).Select(file.File.Resolve)).OfType<PdfDictionary>()
            .Where(action => action.Entries.ContainsKey("S")).Select(action => file.File.Name(action, key)).OfType<string>();

    [GeneratedRegex("^[-+.\\w]+/[-+.\\w]+$")]
    private static partial Regex MediaType();
}
