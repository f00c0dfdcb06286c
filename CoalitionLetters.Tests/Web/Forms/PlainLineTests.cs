using CoalitionLetters.Web.Forms;
using Xunit;

namespace CoalitionLetters.Tests.Web.Forms;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("fam\u00adilies", "families")]
    [InlineData("fa\u200cmi\u200dlies", "families")]
    [InlineData("\u200dKim", "Kim")]
    [InlineData("\u0441\u200c\u0430", "\u0441\u0430")]
    public void What_only_hides_in_a_word_vanishes(string typed, string kept)
    {
        Assert.Equal(kept, PlainLine.Of(typed));
    }

    [Theory]
    [InlineData("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("\u0d28\u0d4d\u200d\u0d31\u0d46")]
    [InlineData("\U0001f469\u200d\U0001f680")]
    public void Names_and_signs_that_need_joiners_keep_them(string typed)
    {
        Assert.Equal(typed, PlainLine.Of(typed));
    }
}
