using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using Microsoft.AspNetCore.Identity;

namespace CoalitionLetters.Demo;

/// <summary>The coalition of the samples, and its owner.</summary>
public sealed class DemoCoalition(CoalitionDb db, TimeProvider clock, UserManager<StaffMember> members, CurrentCoalition current)
{
    public const string Name = "Coalition for Family Unity";
    public const string Owner = "Dana Field";

    public async Task MakeAsync()
    {
        var now = clock.UtcNow;
        var owner = StaffMember.Of(DemoRun.Email, Owner, StaffRole.Owner, now);
        var coalition = Coalition.Found(Name, "America/New_York", now);
        coalition.Describe(Name, "America/New_York", Accent.Default, "letters@familyunity.example");
        coalition.HeadLettersWith(Name, "1 Example Plaza\nWashington, DC 20001");
        db.Add(coalition);
        db.Record(Actor.Of(owner), now, $"set up {coalition.Name}", Subject.Of<Coalition>(coalition.Id), after: new { coalition.Name });
        await db.SaveChangesAsync();
        var made = await members.CreateAsync(owner, DemoRun.Password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(made.ToString());
        }

        current.Forget();
    }
}
