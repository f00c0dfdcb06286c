using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Staff;

/// <summary>Identity's refusals in our words.</summary>
internal sealed class PlainErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => With(base.PasswordTooShort(length), $"Use at least {length} characters.");

    public override IdentityError PasswordMismatch() => With(base.PasswordMismatch(), "The present password is not right.");

    public override IdentityError DuplicateEmail(string email) => With(base.DuplicateEmail(email), $"{email} belongs to the staff already.");

    public override IdentityError DuplicateUserName(string userName) => With(base.DuplicateUserName(userName), "");

    public override IdentityError InvalidEmail(string? email) => With(base.InvalidEmail(email), "Enter a full e-mail address, like name@union.example.");

    public override IdentityError ConcurrencyFailure() => With(base.ConcurrencyFailure(), "This account was changed by somebody else just now. Load the page again.");

    private static IdentityError With(IdentityError error, string words) => new() { Code = error.Code, Description = words };
}
