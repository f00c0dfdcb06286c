using CoalitionLetters.Importing.Records;

namespace CoalitionLetters.Importing.Desk;

/// <summary>What an import has done, in sentences.</summary>
internal static class ImportWords
{
    public static string Told(Imported result) => Sentences(
        Count(result.Listed, "signature is listed.", "signatures are listed."),
        Some(result.Held, "waits for staff.", "wait for staff."),
        Some(result.NewOrganizations, "organization is new in the directory.", "organizations are new in the directory."),
        Some(result.SignedBefore, "row was of an organization that has signed already.", "rows were of organizations that have signed already."));

    public static string Told(ImportedInvitations result) => Sentences(
        Count(result.Planned, "organization is on the list of those to invite. No mail was sent.", "organizations are on the list of those to invite. No mail was sent."),
        Some(result.WithoutMail, "has no mail address yet.", "have no mail address yet."),
        Some(result.NewOrganizations, "organization is new in the directory.", "organizations are new in the directory."),
        Some(result.NotNeeded, "row was of an organization that is invited or has signed already.", "rows were of organizations that are invited or have signed already."));

    public static string Told(ImportedRecords result) => Sentences(
        Count(result.Made, "record is new in the directory.", "records are new in the directory."),
        Some(result.Changed, "record was changed.", "records were changed."));

    public static string TakenBack(ImportTarget target, int kept) => Sentences(
        target == ImportTarget.Directory ? "The import was taken back." : kept > 0 ? "The import was taken back. The letter stands as before." : "The import was taken back. The letter and the directory stand as before.",
        Some(kept, "record stays as it is, because it was changed or used since then.", "records stay as they are, because they were changed or used since then."));

    /// <summary>What became of an import that was taken back some time ago.</summary>
    public static string TakenBackAt(string moment, int kept) => Sentences($"Taken back {moment}.", Some(kept, "record stays, because it was changed or used since the import.", "records stay, because they were changed or used since the import."));

    public static string Made(RecordImport import) => string.Join(", ", new[] { Noun(import.MadeIds.Count, "new record"), Noun(import.Changed.Count, "changed record") }.OfType<string>());

    public static string Made(ImportBatch batch) => string.Join(", ", new[]
    {
        Noun(batch.SignatureIds.Count, "signature"), Noun(batch.InvitationIds.Count, "invitation"), Noun(batch.OrganizationIds.Count, "new organization"),
    }.OfType<string>());

    private static string? Noun(int number, string noun) => number == 0 ? null : Count(number, noun, $"{noun}s");

    private static string Sentences(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());

    private static string? Some(int number, string one, string many) => number == 0 ? null : Count(number, one, many);

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:#,0} {many}";
}
