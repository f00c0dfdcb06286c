using System.ComponentModel.DataAnnotations;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Uploads;
using Microsoft.EntityFrameworkCore;

namespace CoalitionLetters.Coalitions;

public sealed class CoalitionForm
{
    [Required(ErrorMessage = "Enter the coalition's name")]
    [MaxLength(Coalition.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose a time zone")]
    public string? TimeZone { get; set; }

    [Required(ErrorMessage = "Enter the colour as # and six digits, like #1f3f94")]
    [RegularExpression("#([0-9a-fA-F]{3}){1,2}", ErrorMessage = "Enter the colour as # and six digits, like #1f3f94")]
    public string? Accent { get; set; }

    [FullAddress(ErrorMessage = "Enter a full e-mail address, like name@union.example")]
    [MaxLength(Coalition.ContactMailMaxLength, ErrorMessage = "Use at most 254 characters")]
    public string? ContactMail { get; set; }

    [MaxLength(Coalition.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? LetterheadName { get; set; }

    [MaxLength(Coalition.AddressMaxLength, ErrorMessage = "Use at most 600 characters")]
    public string? LetterheadAddress { get; set; }

    public static CoalitionForm Of(Coalition coalition) => new()
    {
        Name = coalition.Name,
        TimeZone = coalition.TimeZoneId,
        Accent = coalition.Accent,
        ContactMail = coalition.ContactMail,
        LetterheadName = coalition.LetterheadName,
        LetterheadAddress = coalition.LetterheadAddress,
    };
}

/// <summary>Saves what the coalition says about itself; letters that are open keep their own letterhead and zone.</summary>
public sealed class ChangeCoalition(CoalitionDb db, TimeProvider clock, CurrentCoalition current, StorePicture pictures)
{
    /// <summary>Shows another logo on the letterhead of new letters, or none.</summary>
    /// <exception cref="RuleBrokenException">It is no picture that can be printed.</exception>
    public async Task ShowLogoAsync(Actor who, Stream? upload, string fileName, CancellationToken cancel = default)
    {
        who.Needs(Policies.ManageCoalition);
        var stored = upload is null ? (Guid?)null : await pictures.RunAsync(upload, fileName, cancel);
        var coalition = await db.Coalition.SingleAsync(cancel);
        var picture = await db.Pictures.FirstOrDefaultAsync(p => p.Id == stored, cancel);
        coalition.ShowLogo(picture?.Bytes, picture?.MediaType);
        db.Record(who, clock.UtcNow, picture is null ? "took the logo away" : "changed the logo", Subject.Of<Coalition>(coalition.Id), after: new { Logo = picture?.FileName });
        await db.SaveChangesAsync(cancel);
        current.Forget();
    }

    public async Task RunAsync(Actor who, CoalitionForm form, CancellationToken cancel = default)
    {
        who.Needs(Policies.ManageCoalition);
        var coalition = await db.Coalition.SingleAsync(cancel);
        var before = CoalitionForm.Of(coalition);
        coalition.Describe(form.Name!, form.TimeZone!, form.Accent!, form.ContactMail ?? "");
        coalition.HeadLettersWith(string.IsNullOrWhiteSpace(form.LetterheadName) ? form.Name! : form.LetterheadName, form.LetterheadAddress ?? "");
        db.Record(who, clock.UtcNow, "changed the coalition", Subject.Of<Coalition>(coalition.Id), before, CoalitionForm.Of(coalition));
        await db.SaveChangesAsync(cancel);
        current.Forget();
    }
}
