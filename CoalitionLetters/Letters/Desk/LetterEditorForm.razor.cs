using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Uploads;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace CoalitionLetters.Letters.Desk;

public sealed partial class LetterEditorForm : IAsyncDisposable
{
    private static readonly TimeSpan SavePause = TimeSpan.FromMilliseconds(700);

    private readonly Guid self = Guid.NewGuid();
    private readonly SemaphoreSlim saving = new(1);
    private LetterContent? content;
    private LetterContent saved = new();
    private Dictionary<string, string> fields = [];
    private LetterTime time = null!;
    private Actor actor = null!;
    private int revision;
    private int version;
    private long number;
    private bool changed;
    private string status = "";
    private string? logoProblem;
    private SaveOutcome? news;
    private Choice? choice;
    private IReadOnlyList<LetterEditor> others = [];
    private List<KeptWords> kept = [];
    private IReadOnlyList<string> problems = [];
    private ElementReference form;
    private ElementReference pages;
    private IJSObjectReference? script;
    private DotNetObjectReference<LetterEditorForm>? reference;
    private IDisposable? seat;
    private CancellationTokenSource pausing = new();
    private bool gone;
    private bool started;

    [Parameter, EditorRequired] public Guid LetterId { get; set; }
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;
    [Inject] private SaveDraft SaveDraft { get; set; } = null!;
    [Inject] private LetterEditors Editors { get; set; } = null!;
    [Inject] private StorePicture StorePicture { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        actor = Actor.From((await Session).User);
        await using var db = Stores.Open();
        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == LetterId);
        time = new LetterTime(letter.TimeZoneId, "en");
        revision = letter.Revision;
        Replace(saved = letter.Content);
        status = "All is saved.";

        seat = Editors.Sit(LetterId, new LetterEditor(self, actor.Name, Time.UtcNow), outcome => _ = InvokeAsync(() => Hear(outcome)));
        others = Editors.OthersAt(LetterId, self);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The fields are there only after the letter was read.
        if (!started && content is not null)
        {
            started = true;
            reference = DotNetObjectReference.Create(this);
            var module = await Js.InvokeAsync<IJSObjectReference>("import", "./Letters/Desk/LetterEditorForm.razor.js");
            script = await module.InvokeAsync<IJSObjectReference>("start", form, pages, reference, LetterId);
            await module.DisposeAsync();
            await FindKeptAsync();
            await DrawAsync();
        }
    }

    /// <summary>The browser sends the fields that changed since it sent last; a field that is gone is null.</summary>
    [JSInvokable]
    public void Typed(long nowNumber, Dictionary<string, string?> changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                fields.Remove(name);
            }
            else
            {
                fields[name] = value;
            }
        }

        number = nowNumber;
        content = LetterFields.ToContent(fields);
        Changed();
    }

    /// <summary>The browser has heard nothing for a while: perhaps the answer was lost with a connection.</summary>
    [JSInvokable]
    public Task Asked() => changed || choice is not null ? Task.CompletedTask : CallAsync("saved", number);

    private void Changed()
    {
        changed = true;
        status = "Not saved yet …";
        _ = DrawAsync();
        _ = SaveSoonAsync();
        StateHasChanged();
    }

    private async Task SaveSoonAsync()
    {
        await pausing.CancelAsync();
        var pause = pausing = new CancellationTokenSource();
        await Task.Delay(SavePause, Time).WaitAsync(pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!pause.IsCancellationRequested && !gone)
        {
            await SaveAsync();
        }
    }

    private async Task SaveAsync()
    {
        await saving.WaitAsync();
        try
        {
            if (!changed || choice is not null)
            {
                return;
            }

            var (words, upTo) = (content!, number);
            changed = false;
            var outcome = await SaveDraft.RunAsync(LetterId, words, revision, actor, self);
            if (outcome.Saved)
            {
                (saved, revision, news) = (words, outcome.Revision, null);
                status = changed ? "Not saved yet …" : $"Saved {Clock(outcome.At)}";
                await CallAsync("saved", upTo);
            }
            else
            {
                changed = true;
                Compare(outcome);
            }
        }
        catch (RuleBrokenException refusal)
        {
            changed = true;
            status = $"Not saved. {refusal.Message} Your words are kept in this browser.";
        }
        catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException)
        {
            changed = true;
            status = "Not saved: the store does not answer. Your words are kept in this browser; the desk tries again as you type.";
        }
        finally
        {
            saving.Release();
        }

        StateHasChanged();
    }

    private void Hear(SaveOutcome? outcome)
    {
        if (gone)
        {
            return;
        }

        others = Editors.OthersAt(LetterId, self);
        if (outcome is not null && outcome.Revision > revision)
        {
            news = outcome;
            if (changed)
            {
                Compare(outcome);
            }
        }

        StateHasChanged();
    }

    private void Compare(SaveOutcome outcome)
    {
        news = outcome;
        status = "Not saved: choose below what the letter shall say.";
        if (LetterParts.Between(outcome.Content, content!).Count == 0)
        {
            _ = ChooseAsync(outcome.Content);
            return;
        }

        choice = new Choice(content!, outcome.Content, outcome.Revision, "What I wrote", $"What {outcome.By} saved at {Clock(outcome.At)}",
            $"{outcome.By} saved other words while you were writing");
    }

    private void CompareNews() => Compare(news!);

    private async Task TakeNewsAsync()
    {
        (saved, revision) = (news!.Content, news.Revision);
        (news, changed) = (null, false);
        status = "All is saved.";
        await ReplaceInBrowserAsync(saved);
    }

    private async Task ChooseAsync(LetterContent chosen)
    {
        if (choice is not null || news is not null)
        {
            revision = choice?.Revision ?? news!.Revision;
        }

        (choice, news) = (null, null);
        await ForgetKeptAsync();
        await ReplaceInBrowserAsync(chosen);
        changed = true;
        await SaveAsync();
    }

    private async Task FindKeptAsync()
    {
        foreach (var words in await script!.InvokeAsync<List<KeptWords>>("kept"))
        {
            var theirs = LetterFields.ToContent(words.Fields);
            if (LetterParts.Between(saved, theirs).Count == 0)
            {
                await CallAsync("forget", words.Key);
            }
            else
            {
                kept.Add(words);
            }
        }

        StateHasChanged();
    }

    private void CompareKept() => choice = new Choice(LetterFields.ToContent(kept[0].Fields), content!, revision, "What this browser kept", "What is saved",
        "Words that this browser kept, beside the saved ones");

    private async Task ForgetKeptAsync()
    {
        foreach (var words in kept)
        {
            await CallAsync("forget", words.Key);
        }

        kept = [];
    }

    /// <summary>A letterhead or recipient was added, moved or taken away.</summary>
    private async Task ChangeRowsAsync(Func<LetterContent, LetterContent> change)
    {
        await ReplaceInBrowserAsync(change(content!));
        Changed();
    }

    private async Task StoreLogoAsync((int Letterhead, IBrowserFile File) chosen)
    {
        logoProblem = null;
        try
        {
            await using var upload = chosen.File.OpenReadStream(StoredPicture.MaxBytes + 1);
            var id = await StorePicture.RunAsync(upload, chosen.File.Name);
            await ChangeRowsAsync(c => c with { Letterhead = [.. c.Letterhead.Select((lead, i) => i == chosen.Letterhead ? lead with { LogoId = id } : lead)] });
        }
        catch (RuleBrokenException refusal)
        {
            logoProblem = refusal.Message;
        }
        catch (IOException)
        {
            logoProblem = "Choose a picture of 2 MB at most.";
        }

        version++;
    }

    private async Task ReplaceInBrowserAsync(LetterContent words)
    {
        Replace(words);
        StateHasChanged();
        await Task.Yield();
        await CallAsync("replaced");
        await DrawAsync();
    }

    private void Replace(LetterContent words)
    {
        content = words;
        fields = LetterFields.Of(words);
        version++;
    }

    private string Clock(DateTime at) => time.Local(at).ToString("h:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + (time.Local(at).Hour < 12 ? " a.m." : " p.m.");

    /// <summary>The connection may be gone; the browser goes on alone then, and what it holds is sent when it is back.</summary>
    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync(function, arguments);
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        gone = true;
        seat?.Dispose();
        await pausing.CancelAsync();
        if (changed && choice is null)
        {
            await SaveAsync();
        }

        await CallAsync("stop");
        reference?.Dispose();
    }

    private sealed record Choice(LetterContent Mine, LetterContent Theirs, int Revision, string MineName, string TheirsName, string Why);

    private sealed record KeptWords(string Key, Dictionary<string, string> Fields, DateTime At);
}
