using VksServerless.Application.Events;

namespace VksServerless.Server.Events;

/// <summary>A message on its way to one subscription.</summary>
/// <param name="Begun">Deliveries that no process has lived to end.</param>
internal sealed record Delivery(long Seq, string Id, EventMessage Message, int Begun);

/// <summary>A message that waits for its time.</summary>
internal sealed record WaitingDelivery(string Subscription, long Seq, DateTime DueAt);
