using System.Reflection;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoalitionLetters.Tests.Staff;

/// <summary>Every step that a member of staff can take, found in the code by its actor: refused to lower roles by the step itself, whatever page or circuit it came through.</summary>
[Trait("Needs", "Database")]
public sealed class WhoMayDoWhatTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>The lowest role for the steps of each story.</summary>
    private static readonly Dictionary<string, StaffRole> Least = new()
    {
        ["AcceptImport"] = StaffRole.Reviewer, ["UndoImport"] = StaffRole.Reviewer, ["EnterSignature"] = StaffRole.Reviewer, ["ReviewSignatures"] = StaffRole.Reviewer, ["SettleCorrection"] = StaffRole.Reviewer, ["RecordAgreement"] = StaffRole.Reviewer, ["ReviewMessages"] = StaffRole.Reviewer, ["SettleTogether"] = StaffRole.Reviewer,
        ["EditOrganization"] = StaffRole.Reviewer, ["KeepContacts"] = StaffRole.Reviewer, ["MergeOrganizations"] = StaffRole.Reviewer, ["SettlePair"] = StaffRole.Reviewer, ["AcceptRecords"] = StaffRole.Reviewer, ["UndoRecords"] = StaffRole.Reviewer, ["SplitOrganization"] = StaffRole.Reviewer,
        ["ChangeLetter"] = StaffRole.Editor, ["AskSignersAgain"] = StaffRole.Editor, ["SaveDraft"] = StaffRole.Editor, ["TakeUpDraft"] = StaffRole.Editor, ["WriteLetter"] = StaffRole.Editor, ["PublishLetter"] = StaffRole.Editor,
        ["AcceptInvitations"] = StaffRole.Editor, ["InviteOrganization"] = StaffRole.Editor, ["SendInvitations"] = StaffRole.Editor,
        ["KeepSeats"] = StaffRole.Editor, ["InviteOffices"] = StaffRole.Editor, ["SignForOffice"] = StaffRole.Editor, ["DeclineSeat"] = StaffRole.Editor,
        ["ManageAction"] = StaffRole.Editor, ["PrintLetters"] = StaffRole.Editor,
        ["ChangeCoalition"] = StaffRole.Owner, ["ChangeRole"] = StaffRole.Owner, ["RemoveStaff"] = StaffRole.Owner, ["InviteStaff"] = StaffRole.Owner, ["TakeBackInvitation"] = StaffRole.Owner,
    };

    private static IEnumerable<MethodInfo> Steps => typeof(Actor).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && !type.Name.Contains('<', StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)));

    [Fact]
    public void Every_story_with_an_actor_is_named_here() =>
        Assert.Equal(Least.Keys.Order(StringComparer.Ordinal), Steps.Select(step => step.DeclaringType!.Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_step_refuses_the_roles_below_its_own_and_no_other()
    {
        app.CreateClient().Dispose();
        var wrong = new List<string>();
        foreach (var step in Steps)
        {
            foreach (var role in Enum.GetValues<StaffRole>())
            {
                if (await RefusesAsync(step, role) != role < Least[step.DeclaringType!.Name])
                {
                    wrong.Add($"{step.DeclaringType!.Name}.{step.Name} as {role}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Takes the step with empty hands: whoever may take it stumbles over that, the others are told their role.</summary>
    private async Task<bool> RefusesAsync(MethodInfo step, StaffRole role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var story = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, step.DeclaringType!);
        object?[] given = [.. step.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(Actor) ? new Actor("Ana Reyes", Guid.NewGuid(), role)
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : null)];
        try
        {
            await (Task)step.Invoke(story, given)!;
            return false;
        }
        catch (Exception fault)
        {
            var said = fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
            return said is RuleBrokenException && said.Message.StartsWith("Your role does not allow this", StringComparison.Ordinal);
        }
    }
}
