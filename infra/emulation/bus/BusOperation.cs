namespace VksServerless.Emulation.Bus;

/// <summary>What clients did, and what the bus did by itself.</summary>
public enum BusOperation
{
    /// <summary>A client connected.</summary>
    Connect,

    /// <summary>A link for sending was opened.</summary>
    OpenSender,

    /// <summary>A link for receiving was opened.</summary>
    OpenReceiver,

    /// <summary>A transfer of one message.</summary>
    Send,

    /// <summary>A transfer of several messages.</summary>
    SendBatch,

    /// <summary>A message that the topic has taken, however it was sent; not the duplicates that it has dropped.</summary>
    Accept,

    /// <summary>A message handed over to be enqueued later by the management operation.</summary>
    Schedule,

    /// <summary>A scheduled message withdrawn.</summary>
    CancelScheduled,

    /// <summary>A message handed to a receiver.</summary>
    Deliver,

    Complete,
    Abandon,

    /// <summary>A message dead-lettered, by its receiver or because its deliveries are used up.</summary>
    DeadLetter,

    /// <summary>A message that a receiver gave back unseen.</summary>
    Release,

    RenewLock,
    Peek,

    /// <summary>A lock ran out.</summary>
    ExpireLock,

    /// <summary>A message of an id that is remembered.</summary>
    DropDuplicate,

    /// <summary>A message that no subscription takes.</summary>
    DropUnmatched,
}
