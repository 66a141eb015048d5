"""A case's evidence as CASE/UCO JSON-LD (caseontology.org, version 1.4 on UCO 1.4): who did what with which file, when.

Ids end with a UUIDv5 of what they name, so that the same export gives the same document.
"""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any, Final

from tocsin.model.custody import Dossier, Exhibit
from tocsin.model.event import Envelope

_NAMESPACE: Final = uuid.UUID("6f1f4a1e-4f3c-5d0e-9a64-6a2f0a0f5b11")
_CONTEXT: Final = {
    "kb": "https://tocsin.example/kb/",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def case_document(dossier: Dossier) -> bytes:
    """Return the JSON-LD document of an export."""
    graph: dict[str, Node] = {}
    for exhibit in dossier.exhibits:
        _put(graph, _file(exhibit))
        _put(graph, _provenance(exhibit))
        for entry in exhibit.custody:
            _put(graph, _identity(entry.actor))
            _put(graph, _tool(exhibit))
            _put(graph, _action(exhibit, entry))
    investigation = {
        "@id": _id("investigation", dossier.case),
        "@type": "case-investigation:Investigation",
        "uco-core:name": dossier.title or dossier.case,
        "uco-core:object": [{"@id": name} for name in sorted(graph)],
    }
    document = {"@context": _CONTEXT, "@graph": [investigation, *(graph[name] for name in sorted(graph))]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _put(graph: dict[str, Node], node: Node) -> None:
    graph[node["@id"]] = node


def _id(kind: str, name: str) -> str:
    return f"kb:{kind}-{uuid.uuid5(_NAMESPACE, f'{kind}:{name}')}"


def _time(time: datetime) -> Node:
    return {"@type": "xsd:dateTime", "@value": time.isoformat().replace("+00:00", "Z")}


def _file(exhibit: Exhibit) -> Node:
    evidence, size = exhibit.added.evidence, {"@type": "xsd:integer", "@value": str(exhibit.added.size)}
    facet: Node = {
        "@id": _id("file-facet", evidence),
        "@type": "uco-observable:FileFacet",
        "uco-observable:sizeInBytes": size,
    }
    if exhibit.record:
        facet["uco-observable:fileName"] = exhibit.record.name
    content: Node = {
        "@id": _id("content-facet", evidence),
        "@type": "uco-observable:ContentDataFacet",
        "uco-observable:mimeType": exhibit.added.media_type,
        "uco-observable:sizeInBytes": size,
    }
    if exhibit.sha256:
        content["uco-observable:hash"] = {
            "@id": _id("hash", evidence),
            "@type": "uco-types:Hash",
            "uco-types:hashMethod": "SHA256",
            "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": exhibit.sha256},
        }
    return {"@id": _id("file", evidence), "@type": "uco-observable:File", "uco-core:hasFacet": [facet, content]}


def _provenance(exhibit: Exhibit) -> Node:
    node: Node = {
        "@id": _id("provenance-record", exhibit.added.evidence),
        "@type": "case-investigation:ProvenanceRecord",
        "case-investigation:exhibitNumber": exhibit.added.evidence,
        "uco-core:object": {"@id": _id("file", exhibit.added.evidence)},
    }
    if exhibit.record:
        words = [f"Collected by {exhibit.record.collected_by}.", exhibit.record.source, exhibit.record.description]
        node["uco-core:description"] = " ".join(word for word in words if word)
    return node


def _identity(actor: str) -> Node:
    return {"@id": _id("identity", actor), "@type": "uco-identity:Identity", "uco-core:name": actor}


def _tool(exhibit: Exhibit) -> Node:
    name, version = exhibit.added.tool, exhibit.added.tool_version
    return {
        "@id": _id("tool", f"{name} {version}"),
        "@type": "uco-tool:Tool",
        "uco-core:name": name,
        "uco-tool:version": version,
    }


def _action(exhibit: Exhibit, entry: Envelope) -> Node:
    node: Node = {
        "@id": _id("action", f"{entry.log}/{entry.seq}/{exhibit.added.evidence}"),
        "@type": "case-investigation:InvestigativeAction",
        "uco-core:name": entry.type,
        "uco-action:startTime": _time(
            exhibit.added.collected_at if entry.event is exhibit.added else entry.occurred_at
        ),
        "uco-action:performer": {"@id": _id("identity", entry.actor)},
        "uco-action:object": {"@id": _id("file", exhibit.added.evidence)},
    }
    if entry.event is exhibit.added:
        node["uco-action:instrument"] = {"@id": _id("tool", f"{exhibit.added.tool} {exhibit.added.tool_version}")}
        node["uco-action:result"] = {"@id": _id("provenance-record", exhibit.added.evidence)}
    return node
