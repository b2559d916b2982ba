namespace Azure.Communication.Email;

public class EmailSendOperation : Operation<EmailSendResult>
{
    private readonly EmailClient client;
    private Response latest;
    private EmailSendResult value;

    protected EmailSendOperation()
    {
    }

    public EmailSendOperation(string id, EmailClient client)
        : this(id, client, null)
    {
    }

    internal EmailSendOperation(string id, EmailClient client, Response latest) => (Id, this.client, this.latest) = (id, client, latest);

    public override string Id { get; }

    public override bool HasCompleted => HasValue;

    public override bool HasValue => value is not null;

    public override EmailSendResult Value => value ?? throw new InvalidOperationException("The operation has not completed yet.");

    public override Response GetRawResponse() => latest;

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        UpdateStatusAsync(cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        (latest, var status) = await client.Status(Id, cancellationToken);
        if (status == EmailSendStatus.Failed || status == EmailSendStatus.Canceled)
        {
            throw new RequestFailedException(latest);
        }

        value = status == EmailSendStatus.Succeeded ? new(status) : null;
        return latest;
    }
}

public class EmailSendResult
{
    internal EmailSendResult(EmailSendStatus status) => Status = status;

    public EmailSendStatus Status { get; }
}

public static class EmailModelFactory
{
    public static EmailSendResult EmailSendResult(string id = null, EmailSendStatus status = default) => new(status);
}

public readonly struct EmailSendStatus(string value) : IEquatable<EmailSendStatus>
{
    private readonly string value = value ?? throw new ArgumentNullException(nameof(value));

    public static EmailSendStatus Canceled => new("Canceled");

    public static EmailSendStatus Failed => new("Failed");

    public static EmailSendStatus NotStarted => new("NotStarted");

    public static EmailSendStatus Running => new("Running");

    public static EmailSendStatus Succeeded => new("Succeeded");

    public static bool operator ==(EmailSendStatus left, EmailSendStatus right) => left.Equals(right);

    public static bool operator !=(EmailSendStatus left, EmailSendStatus right) => !left.Equals(right);

    public static implicit operator EmailSendStatus(string value) => new(value);

    public bool Equals(EmailSendStatus other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is EmailSendStatus other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
