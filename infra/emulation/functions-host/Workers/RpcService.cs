using Grpc.Core;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Workers;

/// <summary>Where workers call in.</summary>
internal sealed class RpcService(WorkerPool workers) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || workers.Of(requestStream.Current.StartStream?.WorkerId) is not { } found)
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "No worker of this host."));
        }

        try
        {
            await found.Hold(requestStream, responseStream, context.CancellationToken);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The process has ended, or this host does.
        }
    }
}
