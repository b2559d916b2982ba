namespace VksServerless.Tests.Kernel;

public class Typing_a_day
{
    [Theory]
    [InlineData("20/07/2026")]
    [InlineData(" 20.7.2026 ")]
    [InlineData("20-7-2026")]
    [InlineData("20 7 2026")]
    [InlineData("2026-07-20")]
    [InlineData("ngày 20 tháng 7 năm 2026")]
    [InlineData("20072026")]
    public void In_any_of_the_ways_people_write_it_is_read(string typed)
    {
        TypedDay.TryRead(typed, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2026, 7, 20));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7/20/2026")]
    [InlineData("31/4/2026")]
    [InlineData("20260720")]
    [InlineData("20101112")]
    [InlineData("2072026")]
    [InlineData("mai")]
    public void That_could_be_another_or_none_is_not(string typed) => TypedDay.TryRead(typed, out _).ShouldBeFalse();
}
