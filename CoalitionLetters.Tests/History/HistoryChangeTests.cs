using CoalitionLetters.History;
using Xunit;

namespace CoalitionLetters.Tests.History;

public sealed class HistoryChangeTests
{
    [Fact]
    public void Values_inside_others_are_named_by_both_and_only_those_that_changed_are_shown()
    {
        var changes = HistoryChange.Between("""{"reference":"FU-1","listing":{"name":"River Trust","state":"Ohio"}}""", """{"reference":"FU-1","listing":{"name":"Lake Trust","state":"Ohio","logoId":null}}""");

        Assert.Equal([new HistoryChange("listing name", "River Trust", "Lake Trust")], changes);
    }

    [Fact]
    public void Lists_are_one_value_and_lists_of_things_are_counted()
    {
        var changes = HistoryChange.Between("""{"tags":["a","b"]}""", """{"tags":["a","c"],"questions":[{"text":"May we call?","isRequired":true}]}""");

        Assert.Equal([new("tags", "a, b", "a, c"), new("questions 1 text", null, "May we call?"), new("questions 1 is required", null, "yes")], changes);
    }

    [Fact]
    public void What_is_new_or_gone_has_one_side()
    {
        Assert.Equal([new HistoryChange("email", null, "sam@union.example")], HistoryChange.Between(null, """{"email":"sam@union.example"}"""));
        Assert.Equal([new HistoryChange("email", "sam@union.example", null)], HistoryChange.Between("""{"email":"sam@union.example"}""", null));
        Assert.Empty(HistoryChange.Between(null, null));
    }
}
