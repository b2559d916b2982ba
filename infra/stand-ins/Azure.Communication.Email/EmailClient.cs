using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

public class EmailClient
{
    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;
    private readonly string version;

    protected EmailClient()
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        this.endpoint = endpoint;
        version = options.Version;
        pipeline = HttpPipelineBuilder.Build(
            options, new BearerTokenAuthenticationPolicy(credential, "https://communication.azure.com//.default"));
    }

    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, Guid.NewGuid(), cancellationToken);

    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = Request(RequestMethod.Post, "/emails:send");
        request.Request.Headers.Add("Operation-Id", operationId.ToString());
        request.Request.Headers.Add("Content-Type", "application/json");
        request.Request.Content = RequestContent.Create(message.ToJson());
        await pipeline.SendAsync(request, cancellationToken);
        if (request.Response.Status != 202)
        {
            throw new RequestFailedException(request.Response);
        }

        var operation = new EmailSendOperation(Read(request.Response).Id, this, request.Response);
        if (wait == WaitUntil.Completed)
        {
            await operation.WaitForCompletionAsync(cancellationToken);
        }

        return operation;
    }

    internal async Task<(Response Response, EmailSendStatus Status)> Status(string id, CancellationToken cancellationToken)
    {
        using var request = Request(RequestMethod.Get, "/emails/operations/" + Uri.EscapeDataString(id));
        await pipeline.SendAsync(request, cancellationToken);
        return request.Response.Status == 200
            ? (request.Response, Read(request.Response).Status)
            : throw new RequestFailedException(request.Response);
    }

    private HttpMessage Request(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Uri.AppendQuery("api-version", version);
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }

    private static (string Id, EmailSendStatus Status) Read(Response response)
    {
        using var json = JsonDocument.Parse(response.Content);
        return (json.RootElement.GetProperty("id").GetString(), new(json.RootElement.GetProperty("status").GetString()));
    }
}
