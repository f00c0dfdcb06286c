using Microsoft.AspNetCore.Authorization;

namespace CoalitionLetters.Staff;

/// <summary>What can be asked of a member of staff. Each staff page and action names one of these.</summary>
public static class Policies
{
    public const string ViewDesk = nameof(ViewDesk);
    public const string ReviewSignatures = nameof(ReviewSignatures);
    public const string ExportSignatures = nameof(ExportSignatures);
    public const string EditLetters = nameof(EditLetters);
    public const string PublishLetters = nameof(PublishLetters);
    public const string ManageMail = nameof(ManageMail);
    public const string ManageStaff = nameof(ManageStaff);
    public const string ManageCoalition = nameof(ManageCoalition);

    /// <summary>The lowest role that each policy accepts.</summary>
    public static readonly IReadOnlyDictionary<string, StaffRole> All = new Dictionary<string, StaffRole>
    {
        [ViewDesk] = StaffRole.Viewer,
        [ReviewSignatures] = StaffRole.Reviewer,
        [ExportSignatures] = StaffRole.Reviewer,
        [EditLetters] = StaffRole.Editor,
        [PublishLetters] = StaffRole.Editor,
        [ManageMail] = StaffRole.Editor,
        [ManageStaff] = StaffRole.Owner,
        [ManageCoalition] = StaffRole.Owner,
    };

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var (name, least) in All)
        {
            options.AddPolicy(name, policy => policy.RequireRole(Enum.GetValues<StaffRole>().Where(role => role >= least).Select(role => role.ToString())));
        }
    }
}
