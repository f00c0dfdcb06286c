using CoalitionLetters.Coalitions;
using CoalitionLetters.Data;
using CoalitionLetters.Letters.Desk;
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
builder.AddDesk();

var app = builder.Build();
await app.PrepareDatabaseAsync();

app.UseWeb();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaff();
app.MapWeb();
app.MapDesk();
app.SayWhereToLook();
await app.RunAsync();

public partial class Program;
