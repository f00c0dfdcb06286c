using System.Security.Claims;
using CoalitionLetters.Data;
using CoalitionLetters.History;
using CoalitionLetters.Staff;
using CoalitionLetters.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace CoalitionLetters.Letters.Desk;

public sealed partial class LetterEditorForm : IAsyncDisposable
{
    private static readonly TimeSpan SavePause = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan LongestRetryPause = TimeSpan.FromMinutes(1);

    private readonly Guid self = Guid.NewGuid();
    private readonly SemaphoreSlim saving = new(1);
    private LetterContent? content;
    private LetterContent saved = new();
    private Dictionary<string, string> fields = [];
    private LetterTime time = null!;
    private ClaimsPrincipal user = null!;
    private Actor actor = null!;
    private int revision;
    private int version;
    private long number;
    private bool changed;
    private TimeSpan retryPause = SavePause;
    private string status = "";
    private IReadOnlyList<LetterEditor> others = [];
    private IReadOnlyList<string> problems = [];
    private TakenRow? taken;
    private ElementReference form;
    private ElementReference pages;
    private IJSObjectReference? script;
    private DotNetObjectReference<LetterEditorForm>? reference;
    private EditorSeat? seat;
    private CancellationTokenSource pausing = new();
    private bool gone;
    private bool started;

    [Parameter, EditorRequired] public Guid LetterId { get; set; }
    [CascadingParameter] private Task<AuthenticationState> Session { get; set; } = null!;
    [Inject] private SaveDraft SaveDraft { get; set; } = null!;
    [Inject] private ActingStaff Acting { get; set; } = null!;
    [Inject] private LetterEditors Editors { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        user = (await Session).User;
        actor = Actor.From(user);
        await using var db = Stores.Open();
        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == LetterId);
        time = new LetterTime(letter.TimeZoneId, "en");
        (slug, state, revision) = (letter.Slug, letter.Status, letter.Revision);
        Replace(saved = letter.DraftContent);
        status = "All is saved.";
        if (gone)
        {
            return;
        }

        seat = Editors.Sit(LetterId, new LetterEditor(self, actor.StaffId, actor.Name, Time.UtcNow), outcome => _ = InvokeAsync(() => Hear(outcome)));
        Connection.Changed += FollowConnection;
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
            script = await module.InvokeAsync<IJSObjectReference>("start", form, pages, reference, LetterId, fields, UsualNouns.ByLanguage);
            await module.DisposeAsync();
            await FindKeptAsync();
            await DrawAsync();
        }

        await FocusAfterChoiceAsync();
    }

    /// <summary>The browser sends all fields that may not have arrived yet; a field that is gone is null.</summary>
    [JSInvokable]
    public void Typed(long nowNumber, Dictionary<string, string?> changes)
    {
        if (nowNumber < number)
        {
            return;
        }

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
        var words = LetterFields.ToContent(fields);
        var same = LetterParts.Between(content!, words).Count == 0;
        var closing = words.Language == content!.Language ? words.Closing : Closings.In(words.Language, words.Closing);
        content = words;
        if (!same)
        {
            Changed();
        }

        // Whoever chooses a language is in the middle of no other field.
        if (closing != words.Closing)
        {
            _ = ChangeRowsAsync(now => now with { Closing = closing });
        }
    }

    /// <summary>The browser has heard nothing for a while: perhaps the answer was lost with a connection.</summary>
    [JSInvokable]
    public async Task Asked()
    {
        if (holding.CurrentCount > 0)
        {
            await CallAsync("release", number);
        }

        // Words that are just being stored may yet be refused.
        if (!changed && !choosing && saving.CurrentCount > 0)
        {
            await CallAsync("saved", number);
        }
    }

    private void Changed()
    {
        changed = true;
        status = "Not saved yet …";
        _ = DrawAsync();
        _ = SaveSoonAsync(SavePause);
        StateHasChanged();
    }

    private async Task SaveSoonAsync(TimeSpan wait)
    {
        await pausing.CancelAsync();
        var pause = pausing = new CancellationTokenSource();
        await Task.Delay(wait, Time).WaitAsync(pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!pause.IsCancellationRequested && !gone)
        {
            await SaveAsync();
        }
    }

    private async Task SaveAsync()
    {
        var refused = false;
        await saving.WaitAsync();
        try
        {
            if (!changed || choosing)
            {
                return;
            }

            var (words, upTo) = (content!, number);
            var outcome = await SaveDraft.RunAsync(LetterId, words, revision, await Acting.AsActorAsync(user), self);
            if (outcome.Saved)
            {
                (saved, revision, retryPause) = (words, outcome.Revision, SavePause);
                news = news?.Revision > revision ? news : null;
                changed = LetterParts.Between(words, content!).Count > 0;
                status = changed ? "Not saved yet …" : $"Saved {Clock(outcome.At)}";
                await CallAsync("saved", upTo);
                DrawWhatWaits();
            }
            else
            {
                refused = true;
                Learn(outcome);
            }
        }
        catch (RuleBrokenException refusal)
        {
            status = $"Not saved. {refusal.Message} Your words are kept in this browser.";
            _ = FollowStateAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            status = "Not saved: the store does not answer. Your words are kept in this browser; the desk tries again by itself.";
            retryPause = retryPause * 2 < LongestRetryPause ? retryPause * 2 : LongestRetryPause;
            _ = SaveSoonAsync(retryPause);
        }
        finally
        {
            saving.Release();
        }

        StateHasChanged();
        if (refused && !gone)
        {
            await CompareAsync();
        }
    }

    /// <summary>A letterhead or recipient was added, moved or taken away. The press on its button has sent what was typed before it.</summary>
    private async Task ChangeRowsAsync(Func<LetterContent, LetterContent> change)
    {
        await holding.WaitAsync();
        logoProblems = new Dictionary<int, string>();
        var next = change(content!);
        taken = TakenRow.Between(content!, next);
        var field = ChangedRow.FieldIn(content!, next);
        await ReplaceInBrowserAsync(next, unsaved: true, field);
        holding.Release();
        Changed();
    }

    /// <param name="field">What takes the focus, unless somebody has gone on elsewhere meanwhile.</param>
    private async Task ReplaceInBrowserAsync(LetterContent words, bool unsaved, string? field = null)
    {
        Replace(words);
        StateHasChanged();
        await Task.Yield();
        await CallAsync("replaced", unsaved);
        if (field is not null)
        {
            await CallAsync("leadOn", field);
        }

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
        Connection.Changed -= FollowConnection;
        seat?.Dispose();
        await pausing.CancelAsync();
        if (changed)
        {
            await SaveAsync();
        }

        await CallAsync("stop");
        reference?.Dispose();
    }
}
