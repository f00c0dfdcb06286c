using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;

namespace CoalitionLetters.Signatures.Public;

/// <summary>A form to sign with on its way from the browser to the story.</summary>
internal static class SentForm
{
    extension(SignForm form)
    {
        /// <summary>A form that is sent again after its answer was lost has its answer, whatever has become of the letter since.</summary>
        public async Task<bool> IsReceivedAsync(OpenedLinks links) => await links.FindAsync(form.Once, MailKeyPurpose.Receipt) is not null;

        public Submission ToSubmission(PublicLetter letter)
        {
            var listing = form.ToListing(letter.IsOfOfficials);
            return new Submission(listing, form.ToSigner(), letter.Letter.AuthorityFor(listing.Name), form.Answers, form.Quote.Length > 0 ? form.Quote : null, letter.Text.Id, new MailKey(form.Once));
        }
    }
}
