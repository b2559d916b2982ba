namespace VksServerless.Emulation.OpenId;

/// <summary>The machine's clock, or one that is fast or slow by <see cref="Skew"/>.</summary>
internal sealed class ShiftedTime(TimeProvider clock) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;
}
