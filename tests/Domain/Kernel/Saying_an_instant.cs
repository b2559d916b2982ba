using System.Text.Json;

namespace VksServerless.Tests.Kernel;

public class Saying_an_instant
{
    [Theory]
    [InlineData("2026-12-10T17:00:00+07:00")]
    [InlineData("2026-12-10T17:00:00.1234567+07:00")]
    [InlineData("2026-12-10T10:00:00Z")]
    [InlineData("2026-12-10T10:00Z")]
    [InlineData("2026-12-10T05:00:00-05:00")]
    public void With_its_offset_is_understood_alike_in_bodies_and_queries(string text)
    {
        Instant.TryParse(text, out var asked).ShouldBeTrue();
        JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", DomainJson.Options).ShouldBe(asked);
    }

    [Theory]
    [InlineData("2026-12-10T17:00:00")]
    [InlineData("2026-12-10T17:00")]
    [InlineData("2026-12-11")]
    [InlineData("2026-12-10 17:00:00+07:00")]
    [InlineData("10/12/2026")]
    [InlineData("")]
    public void Without_an_offset_is_refused_alike(string text)
    {
        Instant.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", DomainJson.Options));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset?>($"\"{text}\"", DomainJson.Options));
    }

    [Fact]
    public void Is_written_with_its_offset() =>
        JsonSerializer.Serialize(new DateTimeOffset(2026, 12, 10, 17, 0, 0, VietnamTime.Offset), DomainJson.Options)
            .ShouldBe("\"2026-12-10T17:00:00+07:00\"");
}
