using CoalitionLetters.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.PrepareDatabaseAsync();
app.MapGet("/", () => "CoalitionLetters");
await app.RunAsync();

public partial class Program;
