using VksServerless.Contracts.Rows;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

[Collection(OnAzurite.Name)]
public partial class Rows_on_Azurite(AzuriteServer azurite) : RowStoreContract
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);
    private readonly Clock _clock = new();

    protected override async Task<IRowStore> NewStore() => await OnAzurite.Rows(azurite, clock: _clock);

    [Fact]
    public async Task A_message_that_somebody_has_in_hand_is_left_to_him()
    {
        await Commit("p", [Message("m")]);

        (await Outbox.Pending("p", Settled, 10, None)).ShouldBeEmpty();
        _clock.Now += Settled;
        (await Outbox.Pending("p", Settled, 10, None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_from_a_clock_that_was_fast_does_not_wait_for_its_hour()
    {
        await Commit("p", [Message("m")]);

        _clock.Now -= TimeSpan.FromHours(1);

        (await Outbox.Pending("p", Settled, 10, None)).ShouldHaveSingleItem();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2018, 6, 1, 8, 0, 0, TimeSpan.Zero);

        /// <summary>Never the same instant twice.</summary>
        public override DateTimeOffset GetUtcNow() => Now += TimeSpan.FromMilliseconds(1);
    }
}
