using CoalitionLetters.Data;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Uploads;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>The logo of a form on its way: a new file is kept, and one that is said to be kept already must have come with this very form.</summary>
public sealed class SentLogos(StorePicture pictures, LogoBudget budget)
{
    /// <param name="onFile">A logo that the form proposed itself.</param>
    /// <returns>The form with its logo, or with none and the fault that says why.</returns>
    public async Task<SignForm> TakeAsync(SignForm form, IFormCollection fields, PublicLetter letter, List<Fault> faults, HttpContext context, Guid? onFile = null)
    {
        var words = new SignWords(letter.Content.Language);
        var cancel = context.RequestAborted;
        if (fields.Files["logo"] is not { Length: > 0 } file)
        {
            if (form.LogoId is not { } kept || kept == onFile || await pictures.CameWithAsync(kept, new MailKey(form.Once), cancel))
            {
                return form;
            }

            faults.Add(new Fault("logo", words.LogoIsGone));
            return form with { LogoId = null, LogoName = "" };
        }

        if (!budget.Allows(context))
        {
            faults.Add(new Fault("logo", words.TooManyLogos));
            return form with { LogoId = null, LogoName = "" };
        }

        try
        {
            await using var upload = file.OpenReadStream();
            var name = PlainLine.Of(file.FileName);
            return form with { LogoId = await pictures.OfFormAsync(upload, name, new MailKey(form.Once), cancel), LogoName = name.Length > 60 ? name[^60..] : name };
        }
        catch (RuleBrokenException refusal)
        {
            faults.Add(new Fault("logo", letter.Content.Language == "es" ? "Elija un archivo SVG, PNG o JPEG de hasta 2 MB" : refusal.Message));
            return form with { LogoId = null, LogoName = "" };
        }
    }
}
