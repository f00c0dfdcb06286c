var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.MapGet("/", () => "CoalitionLetters");
await app.RunAsync();

public partial class Program;
