using CoalitionLetters.Web;

namespace CoalitionLetters.Supporters.Desk;

/// <summary>The addresses of an action's desk.</summary>
public static class ActionDeskLinks
{
    public const string All = Links.Actions;
    public const string New = All + "/new";

    /// <summary>Beside the actions, whose own addresses hold no dot.</summary>
    public const string SampleTargets = All + "/sample-targets.csv";

    public static string Action(string slug) => $"{All}/{Uri.EscapeDataString(slug)}";

    public static string Edit(string slug) => $"{Action(slug)}/edit";

    public static string Targets(string slug) => $"{Action(slug)}/targets";

    public static string Target(string slug, Guid id) => $"{Targets(slug)}/{id}";

    public static string Opening(string slug) => $"{Action(slug)}/opening";

    public static string Doubts(string slug, string query = "") => $"{Action(slug)}/doubts{query}";

    public static string Supporters(string slug, string query = "") => $"{Action(slug)}/supporters{query}";

    public static string Supporter(string slug, Guid id) => $"{Supporters(slug)}/{id}";

    public static string Export(string slug, string query) => $"{Action(slug)}/supporters.csv{query}";

    public static string Print(string slug) => $"{Action(slug)}/print";

    public static string Batch(string slug, Guid id) => $"{Action(slug)}/batches/{id}.pdf";

    public static string Letter(string slug, Guid message) => $"{Action(slug)}/letters/{message}.pdf";
}
