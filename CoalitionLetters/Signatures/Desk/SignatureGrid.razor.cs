using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;
using Radzen;
using Radzen.Blazor;

namespace CoalitionLetters.Signatures.Desk;

public sealed partial class SignatureGrid : IDisposable
{
    private const int PageSize = 50;

    private readonly Dictionary<Guid, SeenSignature> chosen = [];
    private readonly CancellationTokenSource gone = new();
    private SignatureSearch search = new();
    /// <summary>None until the grid has asked for its first page; it asks only then.</summary>
    private List<Signature>? page;
    private Dictionary<string, int> counts = [];
    private int corrections, doubted, awaited;
    private List<string> states = [];
    private int total;
    private bool loaded;
    private bool mayReview;
    private bool mayExport;
    private LetterTime? time;
    private LetterContent? content;
    private IReadOnlyList<ListedName> listed = [];
    private string? asking;
    private string reason = "";
    private string? reasonFault;
    private string? told;
    private IReadOnlyList<Undo>? undo;
    private IReadOnlyList<string> refused = [];
    private bool isAway, isReviewing;
    private int asked;
    private RadzenDataGrid<Signature>? grid;
    private CancellationTokenSource typing = new();
    private ElementReference whole, bulk, why, takeBack, answer, refusal;
    private Func<ElementReference>? focusNext;

    [Parameter, EditorRequired] public Guid LetterId { get; set; }
    [Parameter, EditorRequired] public string Slug { get; set; } = "";

    /// <summary>The signatories are officials, who are known by their office.</summary>
    [Parameter] public bool OfOfficials { get; set; }

    /// <summary>What the address asks for.</summary>
    [Parameter] public SignatureSearch Asked { get; set; } = new();
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        search = Asked;
        var user = (await Session).User;
        mayReview = (await Permits.AuthorizeAsync(user, Policies.ReviewSignatures)).Succeeded;
        mayExport = (await Permits.AuthorizeAsync(user, Policies.ExportSignatures)).Succeeded;
        await using var db = Stores.Open();
        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == LetterId);
        (time, content) = (new LetterTime(letter.TimeZoneId, "en"), letter.Content);
    }

    /// <summary>Where the store does not answer, what was found before stays, and the page says so.</summary>
    private async Task LoadAsync(LoadDataArgs args)
    {
        var question = ++asked;
        try
        {
            await using var db = Stores.Open();
            var found = search.In(db, LetterId).AsNoTracking();
            var (count, rows) = (await found.CountAsync(gone.Token), await found.Skip(args.Skip ?? 0).Take(args.Top ?? PageSize).ToListAsync(gone.Token));

            var mine = db.Signatures.Where(s => s.LetterId == LetterId);
            var byStatus = await mine.GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(gone.Token);
            var (asksCorrection, isDoubted, awaits) = (await mine.WithCorrection().CountAsync(gone.Token), await mine.Doubted().CountAsync(gone.Token), await mine.AwaitingAgreement().CountAsync(gone.Token));
            var places = await mine.Where(s => s.Listing.State != null).Select(s => s.Listing.State!).Distinct().OrderBy(s => s).ToListAsync(gone.Token);
            var sorts = await db.SortsListedAsync(LetterId, cancel: gone.Token);
            if (question != asked)
            {
                // Another question was asked meanwhile, and its answer counts.
                return;
            }

            (total, page, states, listed) = (count, rows, places, sorts);
            counts = byStatus.ToDictionary(g => SignatureSearch.Views.First(v => v.Status == g.Key).View!, g => g.Count);
            (corrections, doubted, awaited, loaded, isAway) = (asksCorrection, isDoubted, awaits, true, false);
        }
        catch (Exception fault) when (fault.IsStoreAway())
        {
            if (question != asked)
            {
                return;
            }

            isAway = true;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private Task LookAgainAsync() => grid!.Reload();

    private int CountOf(string? view) => view switch
    {
        null => counts.Values.Sum(),
        SignatureSearch.Corrections => corrections,
        SignatureSearch.Doubted => doubted,
        SignatureSearch.Agreements => awaited,
        _ => counts.GetValueOrDefault(view),
    };

    private async Task SearchAsync(SignatureSearch sought)
    {
        search = sought;
        LetGo();
        await grid!.FirstPage(true);

        // So that whoever comes back from a signature finds the grid as it was. It is no step of its own: "back" leaves the grid.
        await Script.InvokeVoidAsync("history.replaceState", gone.Token, null, "", DeskLinks.Signatures(Slug) + search.ToQuery());
    }

    private async Task SearchSoonAsync(string? text)
    {
        await typing.CancelAsync();
        var pause = typing = new CancellationTokenSource();
        await Task.Delay(250, pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!pause.IsCancellationRequested)
        {
            await SearchAsync(search with { Text = text });
        }
    }

    private static T? Word<T>(ChangeEventArgs e) where T : struct, Enum => Enum.TryParse<T>(e.Value?.ToString(), out var word) ? word : null;

    private void Choose(Signature signature, bool isChosen)
    {
        if (isChosen)
        {
            chosen[signature.Id] = new SeenSignature(signature.Id, signature.Revision);
        }
        else if (chosen.Remove(signature.Id) && chosen.Count == 0)
        {
            LetGo();
        }
    }

    private void ChoosePage(bool areChosen)
    {
        foreach (var signature in page ?? [])
        {
            Choose(signature, areChosen);
        }
    }

    private Task ListAsync() => ReviewAsync("Listed", (review, who, all) => review.ListAsync(LetterId, all, who));

    private Task InFrontAsync(bool notable) => ReviewAsync(notable ? "Put in front" : "Taken from the front", (review, who, all) => review.PutInFrontAsync(LetterId, all, notable, who), canUndo: false);

    private Task ReasonGivenAsync()
    {
        if (isReviewing || asking is null)
        {
            // The second press of one that did its work with the first.
            return Task.CompletedTask;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            reasonFault = asking == "decline" ? Signature.NoReasonToDecline : Signature.NoReasonToHold;
            focusNext = () => why;
            return Task.CompletedTask;
        }

        return asking == "decline"
            ? ReviewAsync("Declined", (review, who, all) => review.DeclineAsync(LetterId, all, reason, who))
            : ReviewAsync("Held", (review, who, all) => review.HoldAsync(LetterId, all, reason, who));
    }

    private Task TakeBackAsync() => undo is not { } back ? Task.CompletedTask : ReviewAsync("Taken back", (review, who, _) => review.TakeBackAsync(LetterId, back, who), canUndo: false, ofChosen: false);

    /// <summary>A button that is pressed twice takes one step; the second press, which may come when nothing is chosen any more, leaves the answer to the first.</summary>
    private async Task ReviewAsync(string what, Func<ReviewSignatures, Actor, IReadOnlyList<SeenSignature>, Task<Reviewed>> review, bool canUndo = true, bool ofChosen = true)
    {
        if (isReviewing || (ofChosen && chosen.Count == 0))
        {
            return;
        }

        isReviewing = true;
        try
        {
            await SettleAsync(what, review, canUndo);
        }
        finally
        {
            isReviewing = false;
        }
    }

    private async Task SettleAsync(string what, Func<ReviewSignatures, Actor, IReadOnlyList<SeenSignature>, Task<Reviewed>> review, bool canUndo)
    {
        var user = (await Session).User;
        if (!(await Permits.AuthorizeAsync(user, Policies.ReviewSignatures)).Succeeded)
        {
            Refuse("You may look at signatures, but not settle them.");
            return;
        }

        Reviewed outcome;
        try
        {
            var who = await Acting.AsActorAsync(user);
            outcome = await Scoped.RunAsync<ReviewSignatures, Reviewed>(story => review(story, who, [.. chosen.Values]));
        }
        catch (RuleBrokenException broken)
        {
            Refuse(broken.Message);
            return;
        }
        catch (Exception fault) when (fault.IsStoreAway())
        {
            Refuse("The database did not answer, so it is not certain whether this was done. Look again below in a moment; what you chose is still chosen.");
            isAway = true;
            return;
        }

        refused = outcome.Refused;
        told = outcome.Done.Count == 0 ? null : $"{what}: {outcome.Done.Count}.";
        undo = canUndo && outcome.Done.Count > 0 ? outcome.Done : null;
        if (outcome.Done.Count > 0)
        {
            LetGo();
        }

        await grid!.Reload();
        focusNext = () => undo is not null ? takeBack : refused.Count > 0 ? refusal : told is not null ? answer : whole;
    }

    private void Refuse(string sentence)
    {
        (told, undo, refused) = (null, null, [sentence]);
        focusNext = () => refusal;
    }

    private void Ask(string? what)
    {
        (asking, reasonFault) = (what, null);
        focusNext = () => what is null ? bulk : why;
    }

    private void ChooseNone()
    {
        LetGo();
        focusNext = () => whole;
    }

    private void LetGo()
    {
        (asking, reason, reasonFault) = (null, "", null);
        chosen.Clear();
    }

    /// <summary>The button that was pressed may be gone; whoever works by keyboard goes on where the answer stands.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusNext is { } next)
        {
            focusNext = null;
            if (!await next().TryFocusAsync())
            {
                await whole.TryFocusAsync();
            }
        }
    }

    private static void RenderRow(RowRenderEventArgs<Signature> row)
    {
        if (row.Data is { Status: SignatureStatus.Held } or { HasCorrection: true } or { IsDoubted: true })
        {
            // In place of the grid's own class, by which its rows stack on a narrow screen.
            row.Attributes["class"] = "rz-data-row held";
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        typing.Cancel();
    }
}
