using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Local.Functions;
using VksServerless.Local.Host;

namespace VksServerless.Local.Http;

/// <summary>Serves the HTTP functions with the semantics of the worker's ASP.NET Core integration.</summary>
internal sealed class HttpFunctions(FunctionPipeline pipeline, Workload workload, ILogger<HttpFunctions> log)
{
    // The key by which the genuine GetHttpContext() looks in the context's items.
    private const string HttpContextKey = "HttpRequestContext";

    public void Map(IEndpointRouteBuilder routes, string prefix, IEnumerable<FunctionDescriptor> functions)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
            {
                if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
                {
                    throw new NotSupportedException($"The function {function.Name} must take its request as an HttpRequest.");
                }

                var route = $"{prefix}/{trigger.Route ?? function.Name}".TrimStart('/');
                RequestDelegate serve = context => Serve(context, function);
                _ = trigger.Methods is { Length: > 0 } methods ? routes.MapMethods(route, methods, serve) : routes.Map(route, serve);
            }
        }
    }

    private async Task Serve(HttpContext http, FunctionDescriptor function)
    {
        workload.Began(Work.Request);
        try
        {
            var invocation = new Invocation(function, http.RequestServices, (parameter, kind) => Bind(http, parameter, kind), http.RequestAborted);
            var result = await pipeline.Run(invocation, context => context.Items[HttpContextKey] = http);
            await Answer(http, function, result);
        }
        catch (Exception aborted) when (http.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug(aborted, "{Function}: the caller has gone", function.Name);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Function} failed", function.Name);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        finally
        {
            workload.Ended(Work.Request);
        }
    }

    private static object? Bind(HttpContext http, ParameterInfo parameter, FunctionParameterKind kind)
    {
        if (kind is FunctionParameterKind.Trigger)
        {
            return http.Request;
        }

        var value = (string?)http.Request.RouteValues.GetValueOrDefault(parameter.Name!);
        if (value is null || parameter.ParameterType == typeof(string))
        {
            return value ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null);
        }

        try
        {
            return TypeDescriptor.GetConverter(parameter.ParameterType).ConvertFromInvariantString(value);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException)
        {
            throw new BadHttpRequestException($"{parameter.Name} cannot be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }

    private static Task Answer(HttpContext http, FunctionDescriptor function, object? result)
    {
        switch (result)
        {
            case IResult answer:
                return answer.ExecuteAsync(http);
            case IActionResult action:
                return action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
            case null when http.Response.HasStarted || http.Features.Get<IHttpResponseFeature>()?.StatusCode != StatusCodes.Status200OK:
                return Task.CompletedTask;
            case null:
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                throw new NotSupportedException($"{function.Name} has returned a {result.GetType().Name}; an IResult or an IActionResult is served.");
        }
    }
}
