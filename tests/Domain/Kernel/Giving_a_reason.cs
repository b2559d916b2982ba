namespace VksServerless.Tests.Kernel;

public class Giving_a_reason
{
    [Theory]
    [InlineData("Sai số liệu.")]
    [InlineData("  1  ")]
    [InlineData("Dòng một\r\n\tDòng hai\n- ba")]
    public void Of_words_or_figures_is_taken(string reason) => Reason.Check(reason).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("...")]
    [InlineData("\u200B\u2060")]
    [InlineData("ghép\u200Bchữ")]
    [InlineData("\u3164\u3164")]
    [InlineData("Sai\u202Eueil os")]
    [InlineData("Sai\u2066 số")]
    [InlineData("Sai\0 số")]
    [InlineData("Sai\u001B[2J")]
    [InlineData("Sai\u0085số")]
    [InlineData("Sai\u2028số")]
    public void That_says_nothing_or_hides_something_is_refused(string? reason) => Reason.Check(reason)!.Type.ShouldBe("reason-missing");

    [Fact]
    public void Is_measured_without_the_blanks_around_it()
    {
        Reason.Check(new string('a', Reason.MaxLength) + "  ").ShouldBeNull();
        Reason.Check(new string('a', Reason.MaxLength + 1)).ShouldNotBeNull();
    }
}
