using CoalitionLetters.Data;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Uploads;
using CoalitionLetters.Web.Forms;

namespace CoalitionLetters.Signatures.Public;

/// <summary>A form to sign with on its way from the browser to the story.</summary>
internal static class SentForm
{
    extension(SignForm form)
    {
        /// <summary>A form that is sent again after its answer was lost has its answer, whatever has become of the letter since.</summary>
        public async Task<bool> IsReceivedAsync(OpenedLinks links) => await links.FindAsync(form.Once, MailKeyPurpose.Receipt) is not null;

        public async Task<SignForm> WithLogoAsync(IFormCollection fields, StorePicture pictures, PublicLetter letter, List<Fault> faults, CancellationToken cancel)
        {
            if (fields.Files["logo"] is not { Length: > 0 } file)
            {
                return form;
            }

            try
            {
                await using var upload = file.OpenReadStream();
                var name = PlainLine.Of(file.FileName);
                return form with { LogoId = await pictures.RunAsync(upload, name, cancel), LogoName = name.Length > 60 ? name[^60..] : name };
            }
            catch (RuleBrokenException refusal)
            {
                faults.Add(new Fault("logo", letter.Content.Language == "es" ? "Elija un archivo SVG, PNG o JPEG de hasta 2 MB" : refusal.Message));
                return form;
            }
        }

        public Submission ToSubmission(PublicLetter letter)
        {
            var listing = form.ToListing(letter.IsOfOfficials);
            return new Submission(listing, form.ToSigner(), letter.Letter.AuthorityFor(listing.Name), form.Answers, form.Quote.Length > 0 ? form.Quote : null, letter.Text.Id, new MailKey(form.Once));
        }
    }
}
