using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Mail;
using CoalitionLetters.Staff;
using CoalitionLetters.Supporters;
using CoalitionLetters.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.AddWeb();
builder.Services.AddSingleton<CurrentCoalition>();
builder.AddMail();
builder.AddStaff();
builder.AddSupporters();

var app = builder.Build();
await app.PrepareDatabaseAsync();

app.UseWeb();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapWeb();
await app.RunAsync();

public partial class Program;
