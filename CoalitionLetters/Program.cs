using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(SiteSettings.From(builder.Configuration));
builder.Services.AddSingleton<Links>();
builder.Services.AddSingleton<CurrentCoalition>();
builder.Services.AddScoped<Outbox>();
builder.Services.AddAuthorization(Policies.AddTo);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.PrepareDatabaseAsync();
app.MapGet("/", () => "CoalitionLetters");
await app.RunAsync();

public partial class Program;
