using CoalitionLetters.Data;

namespace CoalitionLetters.History;

/// <summary>What a subject is called, and the page that shows it.</summary>
public sealed record NamedSubject(string Name, string Address);

/// <summary>How the things of one kind are called in the history. A feature's own words, so that the floor needs to know no feature.</summary>
/// <param name="Kind">As entries name it (<see cref="Subject.Kind"/>).</param>
/// <param name="Policy">What the pages need to which the names lead.</param>
/// <param name="FindAsync">Those of these that are still there.</param>
public sealed record SubjectNames(string Kind, string Policy, Func<CoalitionDb, IReadOnlyCollection<Guid>, Task<Dictionary<Guid, NamedSubject>>> FindAsync);

public static class HistorySetup
{
    public static void AddHistory(this WebApplicationBuilder builder, IReadOnlyList<SubjectNames> names) => builder.Services.AddSingleton(names);
}
