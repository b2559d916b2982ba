namespace VksServerless.Application.Events;

/// <summary>Does what follows from events. Events come at least once and in any order, so doing it again changes nothing.</summary>
public interface IListener
{
    /// <summary>One of <see cref="Subscriptions"/>.</summary>
    string Subscription { get; }

    /// <summary>Events of one group that arrive together are handled once.</summary>
    object GroupOf(ReportingEvent happened) => happened.Id;

    /// <summary>Throws when it fails; then the event comes again later.</summary>
    Task Handle(ReportingEvent happened, CancellationToken cancellation);
}
