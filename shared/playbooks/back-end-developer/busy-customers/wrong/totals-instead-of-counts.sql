SELECT c.name, sum(o.total)
FROM customers c JOIN orders o ON o.customer_id = c.id
WHERE o.created_at >= '2024-01-01' AND o.created_at < '2025-01-01'
GROUP BY c.id, c.name
HAVING count(*) > 3
ORDER BY count(*) DESC, c.name
