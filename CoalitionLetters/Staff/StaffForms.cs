using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace CoalitionLetters.Staff;

/// <summary>A work e-mail address with a name, an at sign and a domain with a dot; or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class FullAddressAttribute : ValidationAttribute
{
    // The length is looked at first: on a very long text the pattern would take for ever.
    public override bool IsValid(object? value) =>
        value is not string text || text.Trim() is not { Length: > 0 } address || (address.Length <= Mail.OutboxMail.AddressMaxLength && Pattern().IsMatch(address));

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\]+@[^\s@<>,;:""()\[\]\\]+\.[^\s@<>,;:""()\[\]\\]+$")]
    private static partial Regex Pattern();
}

public sealed class SignInForm
{
    [Required(ErrorMessage = "Enter your e-mail address")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Enter your password")]
    public string? Password { get; set; }
}

public sealed class SecondFactorForm
{
    [Required(ErrorMessage = "Enter the six digits, or a recovery code")]
    public string? Code { get; set; }
}

public sealed class ForgottenPasswordForm
{
    [Required(ErrorMessage = "Enter your e-mail address")]
    [FullAddress(ErrorMessage = "Enter a full e-mail address, like name@union.example")]
    public string? Email { get; set; }
}

public class NewPasswordForm
{
    [Required(ErrorMessage = "Choose a password")]
    [MinLength(StaffSetup.PasswordMinLength, ErrorMessage = "Use at least 12 characters; a few words make a good password")]
    [MaxLength(200, ErrorMessage = "Use at most 200 characters")]
    public string? Password { get; set; }
}

public sealed class JoinForm : NewPasswordForm
{
    [Required(ErrorMessage = "Enter your name")]
    [MaxLength(StaffMember.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Name { get; set; }
}

public sealed class SetupForm : NewPasswordForm
{
    [Required(ErrorMessage = "Enter the coalition's name")]
    [MaxLength(Coalitions.Coalition.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Coalition { get; set; }

    [MaxLength(Coalitions.Coalition.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? LetterheadName { get; set; }

    [MaxLength(Coalitions.Coalition.AddressMaxLength, ErrorMessage = "Use at most 600 characters")]
    public string? LetterheadAddress { get; set; }

    [Required(ErrorMessage = "Choose a time zone")]
    public string? TimeZone { get; set; }

    [RegularExpression("#([0-9a-fA-F]{3}){1,2}", ErrorMessage = "Enter the colour as # and six digits, like #1f3f94")]
    public string? Accent { get; set; } = Coalitions.Accent.Default;

    [Required(ErrorMessage = "Enter your name")]
    [MaxLength(StaffMember.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Enter your e-mail address")]
    [FullAddress(ErrorMessage = "Enter a full e-mail address, like name@union.example")]
    [MaxLength(Mail.OutboxMail.AddressMaxLength, ErrorMessage = "Use at most 254 characters")]
    public string? Email { get; set; }
}

public sealed class InviteForm
{
    [Required(ErrorMessage = "Enter the person's name")]
    [MaxLength(StaffMember.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Enter the person's e-mail address")]
    [FullAddress(ErrorMessage = "Enter a full e-mail address, like name@union.example")]
    [MaxLength(Mail.OutboxMail.AddressMaxLength, ErrorMessage = "Use at most 254 characters")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Choose a role")]
    [EnumDataType(typeof(StaffRole), ErrorMessage = "Choose a role")]
    public StaffRole? Role { get; set; }
}

public sealed class ChangePasswordForm : NewPasswordForm
{
    [Required(ErrorMessage = "Enter your present password")]
    public string? Present { get; set; }
}

public sealed class RoleForm
{
    [Required(ErrorMessage = "Choose a role")]
    [EnumDataType(typeof(StaffRole), ErrorMessage = "Choose a role")]
    public StaffRole? Role { get; set; }
}

public sealed class AccountForm
{
    [Required(ErrorMessage = "Enter your name")]
    [MaxLength(StaffMember.NameMaxLength, ErrorMessage = "Use at most 120 characters")]
    public string? Name { get; set; }
}

/// <summary>The password, once more: each form on the page calls its field otherwise, because what is wrong is told at the field.</summary>
public sealed class RenewalForm
{
    [Required(ErrorMessage = "Enter your password")]
    public string? RenewPassword { get; set; }
}

/// <inheritdoc cref="RenewalForm"/>
public sealed class TurnOffForm
{
    [Required(ErrorMessage = "Enter your password")]
    public string? TurnOffPassword { get; set; }
}

public sealed class CodeForm
{
    /// <summary>The secret as the page has shown it; kept once a code proves that the app has it.</summary>
    public string? Secret { get; set; }

    [Required(ErrorMessage = "Enter the six digits that your app shows")]
    public string? Code { get; set; }
}
