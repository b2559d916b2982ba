namespace VksServerless.Tests.Kernel;

public class Typing_an_hour
{
    [Theory]
    [InlineData("16:00", 16, 0)]
    [InlineData(" 16h30 ", 16, 30)]
    [InlineData("8H", 8, 0)]
    [InlineData("8.05", 8, 5)]
    [InlineData("17", 17, 0)]
    [InlineData("8 giờ", 8, 0)]
    [InlineData("00:00", 0, 0)]
    public void Is_taken_as_people_write_it(string typed, int hour, int minute)
    {
        TypedHour.TryRead(typed, out var read).ShouldBeTrue();
        read.ShouldBe(new TimeOnly(hour, minute));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("16:60")]
    [InlineData("chiều")]
    [InlineData("-1")]
    public void Is_refused_where_it_is_none(string typed) => TypedHour.TryRead(typed, out _).ShouldBeFalse();
}
