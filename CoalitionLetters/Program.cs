using CoalitionLetters;
using CoalitionLetters.Coalitions;
using CoalitionLetters.Coalitions.Public;
using CoalitionLetters.Commands;
using CoalitionLetters.Counting;
using CoalitionLetters.Data;
using CoalitionLetters.Demo;
using CoalitionLetters.History;
using CoalitionLetters.Invitations;
using CoalitionLetters.Jobs;
using CoalitionLetters.Letters.Desk;
using CoalitionLetters.Letters.Public;
using CoalitionLetters.Mail;
using CoalitionLetters.Officials;
using CoalitionLetters.Organizations.Desk;
using CoalitionLetters.Signatures.Public;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Typesetting.HarfBuzz;
using CoalitionLetters.Web;

if (LanguageRules.Fault is { } switchedOff)
{
    await Console.Error.WriteLineAsync(switchedOff);
    return 1;
}

HarfBuzzShaper.ReadModuleFrom(Path.Combine(AppContext.BaseDirectory, "assets", "harfbuzz", "harfbuzz.wasm"));

if (CommandTable.Run(args) is { } exitCode)
{
    return exitCode;
}

try
{
    using var demo = DemoRun.From(args);
    KnownSettings.CheckWords(demo?.Args ?? args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = demo?.Args ?? args, ContentRootPath = ContentRoot.Find() });
    demo?.Configure(builder);
    builder.AddDatabase();
    builder.AddWeb();
    builder.AddCoalition();
    builder.AddHistory(Subjects.All);
    builder.AddJobs(Schedule.All);
    builder.AddMail();
    builder.AddStaff();
    builder.AddSupporters();
    builder.AddDesk();
    builder.AddOrganizations();
    builder.AddPublicLetters();
    builder.AddLiveCount();
    builder.AddSigning();
    builder.AddOffices();
    builder.AddInvitations();

    var app = builder.Build();
    await app.PrepareDatabaseAsync();
    await (demo?.BeginAsync(app) ?? Task.CompletedTask);

    app.UseWeb();
    app.UseRouting();
    app.UseReadableQuery();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapStaff();
    app.MapStatements();
    app.MapMail();
    app.MapPublicLetters();
    app.MapSupporters();
    app.MapLiveCount();
    app.MapSigning();
    app.MapOffices();
    app.MapInvitations();
    app.MapWeb();
    app.MapDesk();
    app.SayWhereToLook();
    await app.StartAsync();
    await (demo?.FillAsync(app) ?? Task.CompletedTask);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // It was stopped before it had started.
    return 0;
}
catch (Exception fault) when (StartFaults.Sentence(fault) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

public partial class Program;
